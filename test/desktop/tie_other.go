//go:build !linux

package desktop

import "os/exec"

// tie does nothing where the system cannot end a program with the one that started it.
func tie(*exec.Cmd) {}
