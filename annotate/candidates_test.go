package annotate_test

import (
	"errors"
	"strings"
	"testing"

	"hashiya/annotate"
	"hashiya/model"
)

const claims = "هجوم مضاد قرب الباغوز\n\n" +
	"قال المرصد السوري إن 37 عنصراً من قسد قتلوا أمس الجمعة في الباغوز. " +
	"وأسر التنظيم عشرات المدنيين منذ مطلع الشهر الجاري، بحسب قسد، وأكثر من 10 جرحى في 31 نيسان."

// claimsSession opens an article with two actors and a place that the project
// knows, and an empty item of each kind. It returns the items by kind.
func claimsSession(t testing.TB) (*annotate.Project, *annotate.Session, map[model.Kind]string) {
	t.Helper()
	store, p := newProject(t)
	for name, entityType := range map[string]string{
		"المرصد السوري": "monitoring_ngo", "قسد": "non_state_armed_group", "الباغوز": "village",
	} {
		_, err := p.NewEntity(name, entityType)
		must(t, name, err)
	}
	s := open(t, p, load(t, store, p, claims))
	must(t, "published", s.SetArticleFact("published", "2018-10-13"))
	items := map[model.Kind]string{}
	for _, kind := range model.Kinds {
		id, err := s.Add(kind)
		must(t, string(kind), err)
		items[kind] = id
	}
	return p, s, items
}

// described writes candidates as their words with their values.
func described(p *annotate.Project, s *annotate.Session, list []annotate.Candidate) string {
	var parts []string
	for _, c := range list {
		value := strings.Join(c.Values, ",")
		if e, found := p.Entities().ByID(c.Entity); found {
			value = e.NameAr
		}
		if c.Speaks {
			value += "!"
		}
		parts = append(parts, s.Text(c.Start, c.End)+"="+value)
	}
	return strings.Join(parts, " | ")
}

func TestCandidates(t *testing.T) {
	p, s, items := claimsSession(t)
	tests := []struct {
		kind        model.Kind
		field, want string
	}{
		{model.KindCount, "value", "37 عنصراً=37 | عشرات المدنيين= | أكثر من 10 جرحى=10"},
		{model.KindCount, "min", "37 عنصراً=37 | أكثر من 10 جرحى=11"},
		{model.KindCount, "max", "37 عنصراً=37 | أكثر من 10 جرحى=10"},
		{model.KindCount, "modifier", "37 عنصراً=exact | عشرات المدنيين=tens | أكثر من 10 جرحى=more_than"},
		{model.KindCount, "unit", "37 عنصراً=persons | عشرات المدنيين=persons | أكثر من 10 جرحى=persons"},
		{model.KindCount, "who", "المرصد السوري=المرصد السوري | قسد=قسد | قسد=قسد"},
		{model.KindCount, "claimed_by", "المرصد السوري=المرصد السوري! | قسد=قسد | قسد=قسد!"},
		{model.KindCount, "to", "الباغوز=الباغوز | الباغوز=الباغوز"},
		{model.KindCount, "date", "أمس الجمعة=2018-10-12 | منذ مطلع الشهر الجاري=2018-10-01 | 31 نيسان="},
		{model.KindCount, "period", "أمس الجمعة=2018-10-12/2018-10-12 | منذ مطلع الشهر الجاري=2018-10-01/ | 31 نيسان="},
		{model.KindCount, "note", ""},
		{model.KindCount, "no such field", ""},
		{model.KindActor, "entity", "المرصد السوري=المرصد السوري | قسد=قسد | قسد=قسد"},
		{model.KindLocation, "entity", "الباغوز=الباغوز | الباغوز=الباغوز"},
		{model.KindTactic, "code", "هجوم مضاد=counterattack | أسر=capture"},
		{model.KindDate, "start", "أمس الجمعة=2018-10-12 | منذ مطلع الشهر الجاري=2018-10-01 | 31 نيسان="},
		{model.KindDate, "type", "أمس الجمعة=relative_weekday | منذ مطلع الشهر الجاري=relative_since | 31 نيسان=absolute_partial"},
		{model.KindEvent, "date", "أمس الجمعة=2018-10-12 | منذ مطلع الشهر الجاري=2018-10-01 | 31 نيسان="},
	}
	for _, test := range tests {
		list := s.Candidates(items[test.kind], test.field)
		if got := described(p, s, list); got != test.want {
			t.Errorf("%s %s: %s, want %s", test.kind, test.field, got, test.want)
		}
	}
	if list := s.Candidates("no such item", "value"); list != nil {
		t.Errorf("candidates of no item: %v", list)
	}
}

func TestCandidatesFollowEdits(t *testing.T) {
	p, s, items := claimsSession(t)
	who := func() string { return described(p, s, s.Candidates(items[model.KindCount], "who")) }
	before := who()
	state, err := p.NewEntity("تنظيم الدولة", "non_state_armed_group")
	must(t, "entity", err)
	if who() != before {
		t.Errorf("a name that the text lacks changed the actors: %s", who())
	}
	start, end := find(t, s, "التنظيم")
	id, err := s.Annotate(model.KindActor, start, end)
	must(t, "annotate", err)
	must(t, "entity", s.SetField(id, "entity", state.ID))
	if !strings.Contains(who(), "التنظيم=تنظيم الدولة") {
		t.Errorf("a labelled mention is no candidate: %s", who())
	}
	must(t, "undo", s.Undo())
	if who() != before {
		t.Errorf("after undo: %s, want %s", who(), before)
	}
	_, err = p.NewEntity("المدنيين", "civilian_group")
	must(t, "entity", err)
	if !strings.Contains(who(), "المدنيين") {
		t.Errorf("a new entity is no candidate: %s", who())
	}
	must(t, "published", s.SetArticleFact("published", "2018-10-20"))
	if got := described(p, s, s.Candidates(items[model.KindDate], "start")); !strings.HasPrefix(got, "أمس الجمعة=2018-10-19") {
		t.Errorf("dates after another publication date: %s", got)
	}
}

func TestCandidateFrom(t *testing.T) {
	p, s, _ := claimsSession(t)
	if from := s.CandidateFrom(nil, ""); from != -1 {
		t.Errorf("an empty list begins at %d", from)
	}
	at := func(words, field, want string) {
		t.Helper()
		start, end := find(t, s, words)
		id, err := s.Annotate(model.KindCount, start, end)
		must(t, words, err)
		list := s.Candidates(id, field)
		from := s.CandidateFrom(list, id)
		if got := described(p, s, list[from:from+1]); got != want {
			t.Errorf("%s of %q begins at %s, want %s", field, words, got, want)
		}
		must(t, "take", s.Take(id, field, list[from]))
		if next := s.CandidateFrom(list, id); list[next].Entity == list[from].Entity && field == "who" {
			t.Errorf("%s of %q begins again at what it has", field, words)
		}
	}
	at("37 عنصراً", "who", "قسد=قسد")
	at("37 عنصراً", "claimed_by", "المرصد السوري=المرصد السوري!")
	at("عشرات المدنيين", "claimed_by", "قسد=قسد!")
	at("عشرات المدنيين", "to", "الباغوز=الباغوز")
}

// taking takes the nth candidate of a field.
func taking(t *testing.T, s *annotate.Session, id, field string, n int) {
	t.Helper()
	must(t, field, s.Take(id, field, s.Candidates(id, field)[n]))
}

// fieldsOf writes the fields of an item that are set.
func fieldsOf(s *annotate.Session, id string) string {
	var parts []string
	for _, f := range model.Fields(s.Item(id).Kind()) {
		if values := f.Get(s.Item(id)); len(values) > 0 && f.Entity == model.NoEntity {
			parts = append(parts, f.Name+"="+strings.Join(values, ","))
		}
	}
	return strings.Join(parts, " ")
}

// provenBy writes the spans of an item.
func provenBy(s *annotate.Session, id string) string {
	var parts []string
	for _, span := range s.SpansOf(id) {
		parts = append(parts, span.Field+":"+span.Text)
	}
	return strings.Join(parts, " | ")
}

func TestTakeCount(t *testing.T) {
	_, s, items := claimsSession(t)
	id := items[model.KindCount]
	steps := []struct {
		field  string
		nth    int
		fields string
		words  string
	}{
		{"value", 0, "unit=persons modifier=exact value=37 min=37 max=37", ":37 عنصراً"},
		{"value", 2, "unit=persons modifier=more_than value=10 min=11", ":37 عنصراً | value:أكثر من 10 جرحى"},
		{"value", 1, "unit=persons modifier=more_than min=11", ":37 عنصراً | value:عشرات المدنيين"},
		{"who", 1, "unit=persons modifier=more_than min=11", ":37 عنصراً | who:قسد | value:عشرات المدنيين"},
		{"who", 0, "unit=persons modifier=more_than min=11", ":37 عنصراً | who:المرصد السوري | who:قسد | value:عشرات المدنيين"},
		{"to", 0, "unit=persons modifier=more_than min=11", ":37 عنصراً | to:الباغوز | who:المرصد السوري | who:قسد | value:عشرات المدنيين"},
		{
			"date", 0, "unit=persons modifier=more_than min=11 date=2018-10-12",
			":37 عنصراً | to:الباغوز | who:المرصد السوري | who:قسد | date:أمس الجمعة | value:عشرات المدنيين",
		},
	}
	for _, step := range steps {
		fields, words, undo := fieldsOf(s, id), provenBy(s, id), s.CanUndo()
		taking(t, s, id, step.field, step.nth)
		if fieldsOf(s, id) != step.fields || provenBy(s, id) != step.words {
			t.Fatalf("%s %d: %s, %s, want %s, %s", step.field, step.nth, fieldsOf(s, id), provenBy(s, id), step.fields, step.words)
		}
		must(t, "undo", s.Undo())
		if fieldsOf(s, id) != fields || provenBy(s, id) != words || s.CanUndo() != undo {
			t.Fatalf("%s %d undone: %s, %s, want %s, %s", step.field, step.nth, fieldsOf(s, id), provenBy(s, id), fields, words)
		}
		must(t, "redo", s.Redo())
	}
	if who := s.Item(id).(*model.Count).Who; len(who) != 2 {
		t.Errorf("who is %v, want two", who)
	}
	again := s.Candidates(id, "who")[0]
	if err := s.Take(id, "who", again); !errors.Is(err, annotate.ErrNothingNew) {
		t.Errorf("taking twice: %v", err)
	}
}

func TestTakeDate(t *testing.T) {
	_, s, items := claimsSession(t)
	id := items[model.KindDate]
	taking(t, s, id, "start", 1)
	want := "type=relative_since start=2018-10-01 precision=approximate basis=edge of a month or year relative to publication 2018-10-13"
	if fieldsOf(s, id) != want || provenBy(s, id) != ":منذ مطلع الشهر الجاري" {
		t.Errorf("%s, %s, want %s", fieldsOf(s, id), provenBy(s, id), want)
	}
	other, err := s.Add(model.KindDate)
	must(t, "add", err)
	taking(t, s, other, "start", 2)
	if fieldsOf(s, other) != "type=absolute_partial precision=day basis=the calendar has no such day" {
		t.Errorf("31 April: %s", fieldsOf(s, other))
	}
}

func TestTakeRefuses(t *testing.T) {
	_, s, items := claimsSession(t)
	count := items[model.KindCount]
	impossible := s.Candidates(count, "date")[2]
	tests := []struct {
		id, field string
		c         annotate.Candidate
		want      error
	}{
		{count, "date", impossible, annotate.ErrNoValue},
		{"no such item", "date", impossible, annotate.ErrNoItem},
		{count, "value", annotate.Candidate{Start: -1, End: 3, Values: []string{"1"}}, annotate.ErrNoWords},
		{count, "value", annotate.Candidate{Start: 0, End: 1 << 30, Values: []string{"1"}}, annotate.ErrNoWords},
		{count, "value", annotate.Candidate{Start: 0, End: 3, Values: []string{"many"}}, new(model.FieldError)},
		{count, "who", annotate.Candidate{Start: 0, End: 3, Values: []string{"nobody"}}, new(model.FieldError)},
		{count, "no such field", impossible, new(model.FieldError)},
	}
	for _, test := range tests {
		before := fieldsOf(s, count) + provenBy(s, count)
		err := s.Take(test.id, test.field, test.c)
		var field *model.FieldError
		if !errors.Is(err, test.want) && !(errors.As(test.want, &field) && errors.As(err, &field)) {
			t.Errorf("%s %+v: %v, want %v", test.field, test.c, err, test.want)
		}
		if after := fieldsOf(s, count) + provenBy(s, count); after != before {
			t.Errorf("%s: refused, and yet %s", test.field, after)
		}
	}
	if err := s.Take(count, "date", impossible); err == nil || !strings.Contains(err.Error(), "the calendar has no such day") {
		t.Errorf("31 April: %v", err)
	}
	must(t, "submit", s.Submit())
	if err := s.Take(count, "value", s.Candidates(count, "value")[0]); !errors.Is(err, annotate.ErrSubmitted) {
		t.Errorf("submitted: %v", err)
	}
}

func TestShortForms(t *testing.T) {
	store, p := newProject(t)
	for name, entityType := range map[string]string{
		"تنظيم الدولة": "non_state_armed_group", "المرصد السوري": "monitoring_ngo", "مخيم الجسر": "camp", "مخيم النهر": "camp",
	} {
		_, err := p.NewEntity(name, entityType)
		must(t, name, err)
	}
	s := open(t, p, load(t, store, p,
		"المرصد غائب.\nهاجم تنظيم الدولة مخيم الجسر، وقال المرصد السوري إن التنظيم دخل المخيم، ثم بلغ مخيم النهر وأحرق المخيم. وأضاف المرصد أن تنظيماً آخر هرب"))
	for _, test := range []struct {
		kind model.Kind
		want string
	}{
		{
			model.KindActor, "تنظيم الدولة=تنظيم الدولة | المرصد السوري=المرصد السوري | التنظيم=تنظيم الدولة | المرصد=المرصد السوري",
		},
		{model.KindLocation, "مخيم الجسر=مخيم الجسر | المخيم=مخيم الجسر | مخيم النهر=مخيم النهر | المخيم=مخيم النهر"},
	} {
		id, err := s.Add(test.kind)
		must(t, "add", err)
		if got := described(p, s, s.Candidates(id, "entity")); got != test.want {
			t.Errorf("%s: %s, want %s", test.kind, got, test.want)
		}
	}
}
