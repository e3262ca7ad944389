package model

import (
	"encoding/json"
	"fmt"
	"slices"
)

// Question is what a record may answer with a plain "nothing", so that
// "nothing" is not taken for "not done yet". That an article is irrelevant or
// cannot be read is told by Record.Relevance.
type Question string

// The questions. They are not part of the codebook: the checks reason on them.
const (
	QuestionCasualties Question = "casualties"
	QuestionEvents     Question = "events"
)

// The answers.
const (
	NoneStated     = "none_stated"      // casualties: the article speaks of none
	NumberNotGiven = "number_not_given" // casualties: it speaks of some and gives no figure
	NoEvents       = "none"             // events: the article tells of none
)

// Questions lists the questions in the order in which forms and files show
// them.
var Questions = []Question{QuestionCasualties, QuestionEvents}

// Answers lists the answers that a question takes, nil for an unknown one.
func (q Question) Answers() []string {
	switch q {
	case QuestionCasualties:
		return []string{NoneStated, NumberNotGiven}
	case QuestionEvents:
		return []string{NoEvents}
	}
	return nil
}

// keyAnswers is where a record's answers stand in its Extra, and so in files: a
// project file of version 1 has no column for them.
const keyAnswers = "answers"

// Answer returns the explicit answer to a question, "" while there is none.
func (r *Record) Answer(q Question) string { return r.answers()[string(q)] }

// answers returns all answers by question, with those that this version does
// not know.
func (r *Record) answers() map[string]string {
	answers := map[string]string{}
	if raw := r.Extra.value(keyAnswers); raw != nil && json.Unmarshal(raw, &answers) != nil {
		return nil
	}
	return answers
}

// SetAnswer replaces the answer to a question; "" takes it back. It refuses an
// answer that the question does not take.
func (r *Record) SetAnswer(q Question, answer string) error {
	if err := checkAnswer(q, answer); err != nil {
		return err
	}
	answers := r.answers()
	if answers == nil {
		answers = map[string]string{}
	}
	delete(answers, string(q))
	if answer != "" {
		answers[string(q)] = answer
	}
	if len(answers) == 0 {
		r.Extra = r.Extra.with(keyAnswers, nil)
		return nil
	}
	r.Extra = r.Extra.with(keyAnswers, answers)
	return nil
}

func checkAnswer(q Question, answer string) error {
	known := q.Answers()
	if answer != "" && !slices.Contains(known, answer) || known == nil {
		return fmt.Errorf("field %q: %q is not an answer to %q, which takes %q", keyAnswers, answer, q, known)
	}
	return nil
}

// CheckExtra reports the first answer, or time, of a record from a file that
// is not of their form. Questions of a later version pass.
func (r *Record) CheckExtra() error {
	if raw := r.Extra.value(keyAnswers); raw != nil && string(raw) != "null" {
		var answers map[string]string
		if err := json.Unmarshal(raw, &answers); err != nil {
			return fmt.Errorf("field %q is not an object of texts such as {\"casualties\": \"none_stated\"}", keyAnswers)
		}
		for _, q := range Questions {
			if err := checkAnswer(q, answers[string(q)]); err != nil {
				return err
			}
		}
	}
	return r.checkActive()
}
