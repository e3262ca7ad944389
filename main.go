//go:build !nogui

// Command hashiya annotates Arabic conflict news: it opens the desktop program,
// or does what the command on its command line says.
package main

import (
	"os"

	"hashiya/app"
	"hashiya/app/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, app.Run)) }
