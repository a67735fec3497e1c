// Command empty does nothing: what every Go program takes to start.
package main

func main() {}
