package settings

import (
	"errors"
	"time"
)

// How long to wait for another program to finish its update, which takes
// milliseconds, and how often to look.
const (
	lockPatience = 5 * time.Second
	lockPause    = 10 * time.Millisecond
)

var errHeld = errors.New("another program is writing them")

// lock waits until nobody else updates the settings. It holds the operating
// system's lock on a file beside them, which stays there: were it removed, two
// programs could each hold a lock of that name.
func (f *File) lock() (release func(), err error) {
	for wait := lockPatience; ; wait -= lockPause {
		release, err := tryLock(f.path + ".lock")
		if err == nil {
			return release, nil
		}
		if !errors.Is(err, errHeld) || wait <= 0 {
			return nil, f.failure("cannot be locked", err)
		}
		time.Sleep(lockPause)
	}
}
