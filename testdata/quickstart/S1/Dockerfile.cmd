FROM ubuntu:latest
CMD ["echo", "Hello, World!"]
