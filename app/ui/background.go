package ui

import (
	"context"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
)

// Runner is how background work is started and comes back. Tests give one that
// does everything inline.
type Runner struct {
	Go    func(func())                                // starts work beside the main goroutine
	Do    func(func())                                // runs on the main goroutine
	After func(time.Duration, func()) (cancel func()) // runs on any goroutine, later
}

// SystemRunner runs work in a goroutine and comes back through fyne.Do.
func SystemRunner() Runner {
	return Runner{
		Go: func(f func()) { go f() },
		Do: fyne.Do,
		After: func(d time.Duration, f func()) func() {
			timer := time.AfterFunc(d, f)
			return func() { timer.Stop() }
		},
	}
}

// InlineRunner runs everything at once on the calling goroutine and never
// fires a timer: for tests.
func InlineRunner() Runner {
	now := func(f func()) { f() }
	return Runner{Go: now, Do: now, After: func(time.Duration, func()) func() { return func() {} }}
}

const (
	progressDelay = 300 * time.Millisecond // shorter work shows no dialog
	progressEvery = 50 * time.Millisecond  // at most this often is the bar moved
)

// Background runs work beside the main goroutine. After 300 ms it shows a
// dialog with progress and a cancel button, which cancels the context; done is
// called on the main goroutine with what run returned, after the dialog has gone.
func Background[T any](w fyne.Window, title, cancelLabel string,
	run func(ctx context.Context, progress func(done, total int)) (T, error), done func(T, error),
) {
	BackgroundWith(SystemRunner(), w, title, cancelLabel, run, done)
}

// BackgroundWith is Background on a runner of the caller's.
func BackgroundWith[T any](r Runner, w fyne.Window, title, cancelLabel string,
	run func(ctx context.Context, progress func(done, total int)) (T, error), done func(T, error),
) {
	ctx, cancel := context.WithCancel(context.Background())
	s := &backgroundState{runner: r}
	stop := r.After(progressDelay, func() {
		r.Do(func() { s.show(w, title, cancelLabel, cancel) })
	})
	r.Go(func() {
		result, err := run(ctx, s.progress)
		r.Do(func() {
			stop()
			cancel()
			s.finish()
			done(result, err)
		})
	})
}

// backgroundState carries progress from the work to the dialog. The atomics
// are written by the work, the rest belongs to the main goroutine.
type backgroundState struct {
	runner      Runner
	done, total atomic.Int64
	last        atomic.Int64 // when the bar was last moved, in Unix nanoseconds

	dialog   *ProgressDialog
	finished bool
}

func (s *backgroundState) progress(done, total int) {
	s.done.Store(int64(done))
	s.total.Store(int64(total))
	now, last := time.Now().UnixNano(), s.last.Load()
	if now-last >= int64(progressEvery) && s.last.CompareAndSwap(last, now) {
		s.runner.Do(s.update)
	}
}

func (s *backgroundState) update() {
	if s.dialog != nil {
		s.dialog.SetProgress(int(s.done.Load()), int(s.total.Load()))
	}
}

func (s *backgroundState) show(w fyne.Window, title, cancelLabel string, cancel func()) {
	if s.finished {
		return
	}
	s.dialog = ShowProgress(w, title, cancelLabel, cancel)
	s.update()
}

func (s *backgroundState) finish() {
	s.finished = true
	if s.dialog != nil {
		s.dialog.Hide()
		s.dialog = nil
	}
}
