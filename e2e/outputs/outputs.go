// Package outputs holds what entrylint writes for other programs against the
// validators of those formats, over every Dockerfile of testdata.
package outputs
