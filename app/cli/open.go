package cli

import "errors"

// openCommand opens the window.
type openCommand struct {
	Project string `arg:"" optional:"" help:"${help_open_project}"`
}

// Run opens the window and waits until it is closed.
func (c *openCommand) Run(j *job) error {
	if j.window == nil {
		return usage{errors.New(msgNoWindow)}
	}
	j.release() // a signal ends the window at once: all that was done in it is on the disk
	if status := j.window(c.Project, j.as); status != done {
		return exit(status)
	}
	return nil
}
