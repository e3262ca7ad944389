package app

import (
	"reflect"
	"testing"
)

// An article that was left must not be kept alive by those who tell of changes.
func TestOpeningArticlesAddsNoListeners(t *testing.T) {
	d := newShelf(t)
	d.library().openRow(0)
	listeners := func() int { return reflect.ValueOf(d.project).Elem().FieldByName("listeners").Len() }
	shortcuts, before := len(d.timers), listeners()
	for range 1000 {
		d.press("Alt+Right")
		if d.work().at == len(shelf)-1 {
			d.annotate(d.queue, 0)
		}
	}
	if after := listeners(); after != before {
		t.Errorf("%d listeners after a thousand articles, %d before", after, before)
	}
	if len(d.timers) != shortcuts || len(d.window.canvas.Overlays().List()) != 0 {
		t.Errorf("%d timers and %d overlays are left", len(d.timers), len(d.window.canvas.Overlays().List()))
	}
	// The one that is shown is told.
	d.annotate(d.queue, 0)
	d.label("1", "أحمد")
	if _, err := d.project.NewEntity("لجنة جديدة", ""); err != nil {
		t.Fatal(err)
	}
	d.pick(d.row("entity").field, "لجنة جديدة")
	if n := len(d.project.Entities().ByName("لجنة جديدة")); n != 1 {
		t.Errorf("the field does not know the new entity: there are %d now", n)
	}
}
