//go:build nogui

package main

import (
	"os"

	"hashiya/app/cli"
)

// Without the graphical part the program is its commands alone: for servers
// and scripts, and for machines without the libraries of a window.
func main() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, nil)) }
