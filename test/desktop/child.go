package desktop

import (
	"os"
	"os/exec"
	"path/filepath"
)

// child is a program that was started here.
type child struct {
	cmd  *exec.Cmd
	done chan struct{} // closed when it has ended
	err  error         // how it ended; read after done
}

// start starts a program that writes to a log.
func (d *Display) start(cmd *exec.Cmd, log string) *child {
	file, err := os.OpenFile(filepath.Join(d.folder, log), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	d.check(err)
	defer file.Close()
	cmd.Stdout, cmd.Stderr = file, file
	tie(cmd)
	d.check(cmd.Start())
	c := &child{cmd: cmd, done: make(chan struct{})}
	d.children = append(d.children, c)
	go func() {
		c.err = cmd.Wait()
		close(c.done)
	}()
	return c
}

// kill ends the program as a power cut does, and waits until it is gone.
func (c *child) kill() {
	_ = c.cmd.Process.Kill() // fails when it is gone already
	<-c.done
}

// ended tells whether the program has ended by itself.
func (c *child) ended() bool {
	select {
	case <-c.done:
		return true
	default:
		return false
	}
}
