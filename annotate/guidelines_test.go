package annotate_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"hashiya/annotate"
	"hashiya/model"
)

func TestGuidelines(t *testing.T) {
	store, boss, _ := supervised(t)
	texts := model.Names{Ar: "# القواعد\n\nاقرأ الخبر كله أولاً.", En: "# Rules\n\nRead all of it first."}
	coder, err := annotate.Enter(store, "coder", model.RoleAnnotator)
	must(t, "enter", err)
	if err := coder.SetGuidelines(texts); !errors.Is(err, annotate.ErrNotSupervisor) || coder.Guidelines() != (model.Names{}) {
		t.Errorf("an annotator writes guidelines: %v", err)
	}
	must(t, "write", boss.SetGuidelines(texts))
	if err := boss.SetGuidelines(texts); !errors.Is(err, annotate.ErrNothingNew) {
		t.Errorf("the same again: %v", err)
	}
	if err := boss.SetGuidelines(model.Names{En: "\x00"}); !errors.Is(err, annotate.ErrGuidelines) || boss.Guidelines() != texts {
		t.Errorf("NUL: %v", err)
	}
	must(t, "the other setting", boss.SetCountsTime(false))
	must(t, "reload", coder.Reload())
	if coder.Guidelines() != texts || coder.CountsTime() {
		t.Errorf("others read %+v", coder.Guidelines())
	}
	edits, err := store.ScopeHistory(model.ScopeProject, boss.Annotator().ID)
	must(t, "history", err)
	journaled := 0
	for _, e := range edits {
		if e.Label == "edit.guidelines" {
			journaled++
		}
	}
	if journaled != 1 {
		t.Errorf("%d edits of the guidelines are in the journal", journaled)
	}
}

func TestGuidelinesGoWithTheProject(t *testing.T) {
	store, boss, _ := supervised(t)
	texts := model.Names{Ar: "نص", En: "text"}
	must(t, "write", boss.SetGuidelines(texts))
	body := export(t, store, boss, filepath.Join(t.TempDir(), "x.jsonl"))
	if !strings.Contains(body, `"guidelines":{"ar":"نص","en":"text"}`) {
		t.Fatalf("the project line is %.300s", body)
	}
	other, p := newProject(t)
	lines(t, other, p, body)
	must(t, "reload", p.Reload())
	if p.Guidelines() != texts {
		t.Errorf("the other project has %+v", p.Guidelines())
	}
}
