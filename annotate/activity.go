package annotate

import (
	"errors"
	"time"

	"hashiya/model"
)

// idleAfter is how long an annotator may read without a sign of life: a longer
// silence does not count as work.
const idleAfter = time.Minute

// labelTime marks the edits that keep the time spent. They are no step of the
// annotator's, so undo passes them by.
const labelTime = "edit.time"

// ErrNotSupervisor says that something is the supervisor's to decide.
var ErrNotSupervisor = errors.New("only a supervisor can change this; ask yours")

// activity is the time at work that is not in the record yet.
type activity struct {
	last   time.Time // of the last sign of life
	unkept time.Duration
}

// Touch tells the session of a sign of life at a moment: a key, a click, a turn
// of the wheel. The time since the last one counts as work when it is at most a
// minute. Nothing is written; KeepTime and Submit do that.
func (s *Session) Touch(now time.Time) {
	since := now.Sub(s.activity.last)
	s.activity.last = now
	if since > 0 && since <= idleAfter && !s.Submitted() && s.project.CountsTime() {
		s.activity.unkept += since
	}
}

// TimeSpent returns the time at work on the record, kept or not yet.
func (s *Session) TimeSpent() time.Duration {
	record := s.Record()
	return record.Active() + s.activity.unkept
}

// KeepTime writes the time spent into the record, in whole seconds; the window
// calls it when it leaves the article. It is not for undo. A record is not begun
// for it, and a project that cannot be written keeps none.
func (s *Session) KeepTime() error {
	if s.work == nil || s.Submitted() || s.activity.unkept < time.Second || s.project.ReadOnly() {
		return nil
	}
	return s.withTime(func(whole time.Duration) error {
		return s.edit(labelTime, func(d *draft) error {
			after := d.record
			after.SetActive(after.Active() + whole)
			d.changeRecord(after)
			return nil
		})
	})
}

// withTime hands the whole seconds not kept yet to an edit that keeps them.
func (s *Session) withTime(edit func(whole time.Duration) error) error {
	whole := s.activity.unkept.Truncate(time.Second)
	s.activity.unkept -= whole
	err := edit(whole)
	if err != nil {
		s.activity.unkept += whole
	}
	return err
}

// keepingTime returns the change of a record row with the time of the present
// one: undo and redo must not take time back.
func (s *Session) keepingTime(before, after *model.Record) model.RowChange {
	if s.work == nil {
		return model.RowChange{Before: before, After: after}
	}
	from, to := *before, *after
	from.SetActive(s.work.Record.Active())
	to.SetActive(s.work.Record.Active())
	return model.RowChange{Before: &from, After: &to}
}

// CountsTime reports whether records keep the time spent on them.
func (p *Project) CountsTime() bool { return p.row.CountsTime() }

// SetCountsTime turns the counting of time on or off, for everybody. Time that
// records have already stays. It is refused to all but supervisors.
func (p *Project) SetCountsTime(on bool) error {
	if p.annotator.Role != model.RoleSupervisor {
		return ErrNotSupervisor
	}
	if on == p.CountsTime() {
		return nil
	}
	if err := p.Join(); err != nil {
		return err
	}
	before, after := p.row, p.row
	after.SetCountsTime(on)
	_, err := p.store.Apply(model.Edit{
		Author: p.annotator.ID, Scope: model.ScopeProject, Label: "edit.counts_time",
		Rows: []model.RowChange{{Before: &before, After: &after}},
	})
	if err == nil {
		p.row = after
	}
	return err
}
