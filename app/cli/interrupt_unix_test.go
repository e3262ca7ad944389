//go:build unix

package cli

import (
	"bytes"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"hashiya/app/settings"
)

// terminating sends a signal to the process when the first message comes.
type terminating struct {
	bytes.Buffer
	sent bool
}

func (w *terminating) Write(p []byte) (int, error) {
	if !w.sent {
		w.sent = true
		if err := syscall.Kill(os.Getpid(), syscall.SIGTERM); err != nil {
			return 0, err
		}
	}
	return w.Buffer.Write(p)
}

func TestSignalEndsAnImportBetweenBatches(t *testing.T) {
	// The test must outlive a signal that comes too late for the command.
	caught := make(chan os.Signal, 1)
	signal.Notify(caught, syscall.SIGTERM)
	defer signal.Stop(caught)

	folder := place(t)
	path := project(t, folder)
	const articles = 1000
	for i := range articles {
		write(t, fmt.Sprint("خبر رقم ", i), folder, "in", fmt.Sprint(i, ".txt"))
	}
	// Damaged settings are what makes an import say something at its start.
	write(t, "{", os.Getenv(settings.FolderVariable), "settings.json")
	var errs terminating
	args := []string{"import", path, filepath.Join(folder, "in"), "--as", "code 7"}
	status := Main(args, nil, &bytes.Buffer{}, &errs, nil)
	<-caught
	if status != failed || !strings.Contains(errs.String(), "interrupted") {
		t.Errorf("status is %d, want %d; standard error is %q", status, failed, errs.String())
	}
	found := decode[info](t, must(t, done, "", "info", path, "--json").out)
	if found.Articles.Total == articles {
		t.Error("the import went on to its end")
	}
	sound(t, path, found.Articles.Total)
	must(t, done, "refused: 0", args...)
	sound(t, path, articles)
}
