package desktop

import (
	"os/exec"
	"syscall"
)

// tie makes the system end a program when this one ends, however that is.
func tie(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL} }
