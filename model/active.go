package model

import (
	"fmt"
	"strconv"
	"time"
)

// The keys of the time spent in a record's Extra, and of the project's wish not
// to count it in the project's, and so in files.
const (
	keyActive     = "active_seconds"
	keyCountsTime = "counts_time"
)

// Active returns the time for which the annotator was at work on the record, in
// whole seconds; 0 when it is not counted.
func (r *Record) Active() time.Duration {
	seconds, err := strconv.ParseInt(string(r.Extra.value(keyActive)), 10, 32)
	if err != nil || seconds < 0 {
		return 0
	}
	return time.Duration(seconds) * time.Second
}

// SetActive replaces the time, cut to whole seconds.
func (r *Record) SetActive(d time.Duration) {
	if d < time.Second {
		r.Extra = r.Extra.with(keyActive, nil)
		return
	}
	r.Extra = r.Extra.with(keyActive, int64(d/time.Second))
}

func (r *Record) checkActive() error {
	raw := r.Extra.value(keyActive)
	if raw == nil || string(raw) == "null" {
		return nil
	}
	if seconds, err := strconv.ParseInt(string(raw), 10, 32); err != nil || seconds < 0 {
		return fmt.Errorf("field %q is %.20s, not a whole number of seconds from 0", keyActive, raw)
	}
	return nil
}

// CountsTime reports whether records keep the time spent on them, which they do
// unless a supervisor turned it off.
func (p *Project) CountsTime() bool { return string(p.Extra.value(keyCountsTime)) != "false" }

// SetCountsTime turns the counting of time on or off.
func (p *Project) SetCountsTime(on bool) {
	if on {
		p.Extra = p.Extra.with(keyCountsTime, nil)
		return
	}
	p.Extra = p.Extra.with(keyCountsTime, false)
}
