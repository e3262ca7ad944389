package annotate_test

import (
	"errors"
	"regexp"
	"slices"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"hashiya/annotate"
	"hashiya/model"
	"hashiya/model/sqlite"
)

// player draws what an annotator may do, and keeps the states that were passed
// through: states[at] is the present one.
type player struct {
	*rapid.T
	store    *sqlite.Store
	opened   func(*sqlite.Store) // hears of a store that takes the place of another
	session  *annotate.Session
	article  string
	entities []string
	states   []string
	at       int
}

// state leaves out the time spent, which is kept beside the steps.
func (p *player) state() string {
	return timeSpent.ReplaceAllString(liveRows(p.T, p.store, p.article), "")
}

var timeSpent = regexp.MustCompile(`\\"active_seconds\\":[0-9]+,?|\{\\"active_seconds\\":[0-9]+\}`)

func (p *player) number(low, high int) int { return rapid.IntRange(low, high).Draw(p.T, "n") }

func pick[V any](p *player, values []V) V {
	return values[p.number(0, len(values)-1)]
}

// item returns the id of an item of one of the kinds, or of none.
func (p *player) item(kinds ...model.Kind) string {
	var ids []string
	if w := p.session.Work(); w != nil {
		for id, item := range w.Items {
			if len(kinds) == 0 || slices.Contains(kinds, item.Kind()) {
				ids = append(ids, id)
			}
		}
	}
	if len(ids) == 0 {
		return ""
	}
	slices.Sort(ids)
	return pick(p, ids)
}

func (p *player) span() string {
	var ids []string
	if w := p.session.Work(); w != nil {
		for id := range w.Spans {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return ""
	}
	slices.Sort(ids)
	return pick(p, ids)
}

func (p *player) words() (start, end int) {
	start = p.number(0, p.session.Len()-1)
	return start, p.number(start, min(start+15, p.session.Len()))
}

func (p *player) field(id string) (model.Field, []string) {
	kind := p.session.Item(id).Kind()
	f := pick(p, slices.Concat(model.Fields(kind), model.HeadFields))
	switch f.Type {
	case model.CodeValue:
		return f, []string{pick(p, p.project().Codebook().List(f.List)).Key}
	case model.EntityValue:
		return f, []string{pick(p, p.entities)}
	case model.EntityList:
		n := p.number(0, len(p.entities))
		return f, rapid.Permutation(p.entities).Draw(p.T, "entities")[:n]
	case model.DecimalValue:
		return f, []string{pick(p, []string{"0", "37", "1.50", "100000"})}
	case model.DateValue:
		return f, []string{pick(p, []string{"2018", "2018-09", "2018-09-30"})}
	case model.PeriodValue:
		return f, []string{pick(p, []string{"2018/2019", "2018-09-10/"})}
	case model.BoolValue, model.TriValue:
		return f, []string{"true"}
	}
	return f, []string{pick(p, []string{"ملاحظة \"<&>\"", "a\nb", "\u202b\ufeff🚨"})}
}

// act does one thing; what the session refuses must change nothing.
func (p *player) act() error {
	s, id := p.session, p.item()
	start, end := p.words()
	switch n := p.number(0, 22); n {
	case 0, 1, 2, 3:
		_, err := s.Annotate(pick(p, model.Kinds), start, end)
		return err
	case 4:
		_, err := s.Add(pick(p, model.Kinds))
		return err
	case 5, 6:
		if id == "" {
			return annotate.ErrNothingNew
		}
		f, values := p.field(id)
		if p.number(0, 4) == 0 {
			values = nil
		}
		return s.SetField(id, f.Name, values...)
	case 7, 8:
		if id == "" {
			return annotate.ErrNothingNew
		}
		f, _ := p.field(id)
		name, entity := pick(p, []string{"", f.Name}), pick(p, append([]string{""}, p.entities...))
		return s.Bind(id, name, entity, start, end)
	case 9:
		return s.Unbind(p.span())
	case 10:
		return s.Move(p.span(), start, end)
	case 11:
		return s.Delete(id)
	case 12:
		return s.Link(p.item(model.KindCount), pick(p, []string{"", "part_of", "subset_of", "duplicate_of", "total_of"}), p.item(model.KindCount))
	case 13:
		members := []model.Member{{ID: p.item()}, {ID: p.item(), Role: "victim"}}[:p.number(0, 2)]
		return s.SetMembers(p.item(model.KindEvent), members)
	case 15, 16, 17, 18, 19:
		return p.actOnEvents(n)
	case 20:
		_, err := s.Repeat(p.item(model.KindCount), start, end)
		return err
	case 21:
		q := pick(p, model.Questions)
		return s.Answer(q, pick(p, append(q.Answers(), "")))
	case 14:
		return s.SetRecordField(pick(p, []string{"note", "relevance"}), pick(p, []string{"", "relevant", "background"}))
	default:
		switch p.number(0, 2) {
		case 0:
			return s.SetArticleFact("published", pick(p, []string{"", "2018-10", "2018-10-13"}))
		case 1:
			return s.Submit()
		}
		return s.Reopen()
	}
}

// actOnEvents does one thing with events, or with links as windows do.
func (p *player) actOnEvents(n int) error {
	s, event := p.session, p.item(model.KindEvent)
	switch n {
	case 15:
		_, err := s.NewEvent(pick(p, []string{"", "معركة"}))
		return err
	case 16:
		return s.Assign(event, p.item(), pick(p, []string{"", "", "initiator", "event_site"}))
	case 17:
		return s.Unassign(event, p.item())
	case 18:
		return s.MoveMember(event, p.item(), p.number(-1, 3))
	}
	return s.Unlink(p.item(model.KindCount), p.item(model.KindCount))
}

// work lets time pass and keeps it, which is no step of a history.
func (p *player) work() {
	touches(p.session, 2, time.Duration(p.number(0, 60))*time.Second)
	spent := p.session.TimeSpent()
	if err := p.session.KeepTime(); err != nil {
		p.Fatalf("time: %v", err)
	}
	if got := p.session.TimeSpent(); got != spent {
		p.Fatalf("keeping %v makes it %v", spent, got)
	}
}

// expect compares the file with a state, and the session with the file.
func (p *player) expect(want, when string) {
	got := p.state()
	if got != want {
		p.Fatalf("%s: the file holds\n%s\nwant\n%s", when, got, want)
	}
	again, err := p.project().Open(p.article)
	if err != nil {
		p.Fatalf("%v", err)
	}
	same := cmp.Equal(again.Work(), p.session.Work(), cmpopts.EquateEmpty())
	if !same || again.CanUndo() != p.session.CanUndo() || again.CanRedo() != p.session.CanRedo() {
		p.Fatalf("%s: session and file differ: %s", when, cmp.Diff(again.Work(), p.session.Work(), cmpopts.EquateEmpty()))
	}
}

func (p *player) project() *annotate.Project {
	project, err := annotate.Enter(p.store, "coder 1", model.RoleAnnotator)
	if err != nil {
		p.Fatalf("%v", err)
	}
	return project
}

func (p *player) open() {
	s, err := p.project().Open(p.article)
	if err != nil {
		p.Fatalf("%v", err)
	}
	p.session = s
}

func (p *player) reopenFile() {
	if err := p.store.Close(); err != nil {
		p.Fatalf("%v", err)
	}
	store, err := sqlite.Open(p.store.Path(), sqlite.Options{Devices: memory{}})
	if err != nil {
		p.Fatalf("%v", err)
	}
	p.store = store
	p.opened(store)
	p.open()
}

func (p *player) undo() {
	if err := p.session.Undo(); err != nil {
		if p.at != 0 || !errors.Is(err, annotate.ErrNothingToUndo) {
			p.Fatalf("undo of step %d: %v", p.at, err)
		}
		return
	}
	p.at--
	p.expect(p.states[p.at], "undone")
}

func (p *player) redo() {
	if err := p.session.Redo(); err != nil {
		if p.at != len(p.states)-1 || !errors.Is(err, annotate.ErrNothingToRedo) {
			p.Fatalf("redo of step %d: %v", p.at+1, err)
		}
		return
	}
	p.at++
	p.expect(p.states[p.at], "redone")
}

// step does, undoes, redoes or opens the file again.
func (p *player) step() {
	switch p.number(0, 12) {
	case 12:
		p.work()
		p.expect(p.states[p.at], "worked")
	case 0, 1:
		p.undo()
	case 2:
		p.redo()
	case 3:
		p.reopenFile()
		p.expect(p.states[p.at], "opened again")
	default:
		if err := p.act(); err != nil {
			p.expect(p.states[p.at], "refused: "+err.Error())
			return
		}
		p.states = append(p.states[:p.at+1], p.state())
		p.at++
		p.expect(p.states[p.at], "done")
	}
}
