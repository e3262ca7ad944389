package filepicker

import (
	"context"
	"time"

	"hashiya/app/ui"
)

const (
	readingDelay = 300 * time.Millisecond // shorter work shows no progress
	readingEvery = 100 * time.Millisecond // at most this often is progress shown
	softLimit    = 4 * time.Second        // then a listing is ended with what it has
	hardLimit    = 5 * time.Second        // then the disk is held to hang
)

// tasks runs work on disks beside the main goroutine, one at a time: a new task
// takes the place of the one before, whose result is thrown away. Work that
// hangs in the system cannot be ended; nobody waits for it after hardLimit.
type tasks struct {
	runner ui.Runner
	serial int    // of the newest task
	stop   func() // ends the newest task; nil when none runs
}

// run starts work, which returns what is to be done with its result on the main
// goroutine. slow is called on it after readingDelay, hung after hardLimit.
func (t *tasks) run(work func(ctx context.Context) (then func()), slow, hung func()) {
	t.cancel()
	ctx, cancel := context.WithTimeout(context.Background(), softLimit)
	serial := t.serial
	ifCurrent := func(f func()) func() {
		return func() {
			if t.serial == serial {
				f()
			}
		}
	}
	stopSlow := t.runner.After(readingDelay, func() { t.runner.Do(ifCurrent(slow)) })
	stopHung := t.runner.After(hardLimit, func() {
		t.runner.Do(ifCurrent(func() { t.cancel(); hung() }))
	})
	t.stop = func() { stopSlow(); stopHung(); cancel() }
	t.runner.Go(func() {
		then := work(ctx)
		t.runner.Do(ifCurrent(func() { t.cancel(); then() }))
	})
}

// cancel ends the task that runs, if any.
func (t *tasks) cancel() {
	t.serial++
	if t.stop != nil {
		t.stop()
		t.stop = nil
	}
}

// running tells whether a task is under way.
func (t *tasks) running() bool { return t.stop != nil }
