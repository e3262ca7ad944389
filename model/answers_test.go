package model

import (
	"testing"
	"time"
)

func TestAnswersKeepWhatElseIsThere(t *testing.T) {
	r := Record{Extra: `{"answers":{"later":"yes"},"office":"<ح&>","x":1.50}`}
	for _, step := range []struct {
		q      Question
		answer string
		want   Extra
	}{
		{QuestionCasualties, NoneStated, `{"answers":{"casualties":"none_stated","later":"yes"},"office":"<ح&>","x":1.50}`},
		{QuestionCasualties, NumberNotGiven, `{"answers":{"casualties":"number_not_given","later":"yes"},"office":"<ح&>","x":1.50}`},
		{QuestionEvents, NoEvents, `{"answers":{"casualties":"number_not_given","events":"none","later":"yes"},"office":"<ح&>","x":1.50}`},
		{QuestionCasualties, "", `{"answers":{"events":"none","later":"yes"},"office":"<ح&>","x":1.50}`},
	} {
		if err := r.SetAnswer(step.q, step.answer); err != nil || r.Extra != step.want || r.Answer(step.q) != step.answer {
			t.Errorf("%s = %q: %v, %s, want %s", step.q, step.answer, err, r.Extra, step.want)
		}
	}
	for _, wrong := range [][2]string{{"casualties", "none"}, {"events", "none_stated"}, {"weather", "none"}, {"weather", ""}} {
		if err := r.SetAnswer(Question(wrong[0]), wrong[1]); err == nil {
			t.Errorf("%s = %q is taken", wrong[0], wrong[1])
		}
	}
}

func TestNothingLeavesNoExtra(t *testing.T) {
	var r Record
	for _, q := range Questions {
		for _, answer := range append(q.Answers(), "") {
			if err := r.SetAnswer(q, answer); err != nil {
				t.Errorf("%s = %q: %v", q, answer, err)
			}
		}
	}
	r.SetActive(90*time.Second + 700*time.Millisecond)
	if r.Active() != 90*time.Second || r.Extra != `{"active_seconds":90}` {
		t.Errorf("active %v, %s", r.Active(), r.Extra)
	}
	r.SetActive(0)
	if r.Extra != "" {
		t.Errorf("left over: %s", r.Extra)
	}
}

func TestCheckExtra(t *testing.T) {
	for extra, fine := range map[Extra]bool{
		``: true, `{"x":1}`: true, `{"answers":null,"active_seconds":null}`: true, `{"answers":{},"active_seconds":0}`: true,
		`{"answers":{"casualties":"none_stated","events":"none","later":"yes"},"active_seconds":2147483647}`: true,
		`{"answers":[]}`: false, `{"answers":"none"}`: false, `{"answers":{"casualties":1}}`: false, `{"answers":{"casualties":"none"}}`: false,
		`{"answers":{"events":"none_stated"}}`: false, `{"active_seconds":-1}`: false, `{"active_seconds":1.5}`: false,
		`{"active_seconds":"90"}`: false, `{"active_seconds":99999999999}`: false,
	} {
		r := Record{Extra: extra}
		if err := r.CheckExtra(); (err == nil) != fine {
			t.Errorf("%s: %v", extra, err)
		}
	}
}
