package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

func box(width, height float32) *canvas.Rectangle {
	r := canvas.NewRectangle(nil)
	r.SetMinSize(fyne.NewSize(width, height))
	return r
}

func TestRowMirrors(t *testing.T) {
	for _, c := range []struct {
		rtl   bool
		wantX [3]float32
	}{
		{false, [3]float32{0, 24, 180}},
		{true, [3]float32{180, 24, 0}},
	} {
		newApp(t)
		if c.rtl {
			mirror(t)
		}
		a, b, z := box(20, 10), box(30, 10), box(20, 10)
		grown := Expand(b)
		row := NewRow(Step, a, grown, z)
		row.Resize(fyne.NewSize(200, 40))
		for i, o := range []fyne.CanvasObject{a, grown, z} {
			if got := o.Position().X; got != c.wantX[i] {
				t.Errorf("rtl %v: object %d at %.0f, want %.0f", c.rtl, i, got, c.wantX[i])
			}
		}
		if b.Size().Width != 152 {
			t.Errorf("the expanding object is %.0f wide, want 152", b.Size().Width)
		}
	}
}

func TestFlowWraps(t *testing.T) {
	newApp(t)
	objects := []fyne.CanvasObject{box(60, 20), box(60, 20), box(60, 20)}
	flow := NewFlow(4, 8, objects...)
	if got := HeightFor(flow, 130); got != 48 {
		t.Errorf("height at 130: %.0f, want 48", got)
	}
	if got := HeightFor(NewColumn(4, flow, box(10, 10)), 70); got != 76+4+10 {
		t.Errorf("height of a column around it at 70: %.0f, want 90", got)
	}
	flow.Resize(fyne.NewSize(130, 48))
	if got := objects[2].Position(); got != fyne.NewPos(0, 28) {
		t.Errorf("third object at %v", got)
	}
	mirror(t)
	flow.Resize(fyne.NewSize(140, 48))
	if got := objects[0].Position(); got != fyne.NewPos(80, 0) {
		t.Errorf("first object mirrored at %v", got)
	}
}

func TestSplitMoves(t *testing.T) {
	for _, c := range []struct {
		rtl   bool
		drag  float32
		wantX float32 // of the leading pane
		want  float32 // its width
	}{
		{false, 0, 0, 120},
		{false, 50, 0, 170},
		{false, 500, 0, 200},
		{true, 0, 188, 120},
		{true, 50, 238, 70},
		{true, 500, 258, 50},
	} {
		newApp(t)
		lead, trail := box(50, 10), box(100, 10)
		s := NewSplit(lead, trail, 0.4)
		newWindow(t, s, fyne.NewSize(308, 100))
		if c.rtl {
			mirror(t)
			s.Refresh()
		}
		if c.drag != 0 {
			s.bar.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(c.drag, 0)})
		}
		if lead.Position().X != c.wantX || lead.Size().Width != c.want {
			t.Errorf("rtl %v, dragged %.0f: leading pane at %.0f, %.0f wide; want %.0f, %.0f",
				c.rtl, c.drag, lead.Position().X, lead.Size().Width, c.wantX, c.want)
		}
	}
}

func TestScrollKnowsWrappedHeight(t *testing.T) {
	newApp(t)
	p := NewParagraph("قتل 12 مدنياً وأصيب 30 آخرون في هجوم على مخيم للنازحين قرب هجين شمال البلدة", ParagraphStyle{})
	s := NewScroll(NewColumn(0, p, box(10, 300)))
	newWindow(t, s, fyne.NewSize(160, 100))
	want := p.HeightFor(160) + 300 - 100
	s.SetOffset(1e6)
	if s.Offset() != want {
		t.Errorf("scrolls down to %.0f, want %.0f", s.Offset(), want)
	}
	p.SetText(p.Text() + p.Text())
	s.Refresh()
	s.SetOffset(1e6)
	if longer := p.HeightFor(160) + 300 - 100; longer <= want || s.Offset() != longer {
		t.Errorf("scrolls down to %.0f after the text grew, want %.0f", s.Offset(), longer)
	}
	s.Reveal(0, 20)
	if s.Offset() != 0 {
		t.Errorf("after revealing the top: %.0f", s.Offset())
	}
}

// TestFrameCostsNothing checks what Fyne asks of every object on every frame.
func TestFrameCostsNothing(t *testing.T) {
	newApp(t)
	chooser := NewChooser(ChooserOptions{Multiple: true}, actors())
	chooser.SetPicked("sdf", "isis")
	button := NewButton("حفظ", Primary, nil)
	button.SetHint("Ctrl+S")
	chip := NewChip("داعش", ToneActor)
	chip.SetOnRemove(func() {})
	content := NewCard(NewColumn(8, NewRow(8, button, Expand(NewText("قتل 12", TextStyle{Truncate: true})), NewKeycap("1")),
		NewFlow(8, 4, chip, NewRole("مستهدَف"), NewSwatch(ToneDate)), chooser, NewEntry(EntryOptions{}),
		NewParagraph("«أوقع 37 قتيلاً» — الفقرة 1", ParagraphStyle{Bar: true})))
	newWindow(t, NewScroll(content), fyne.NewSize(300, 300))
	var ask func(o fyne.CanvasObject)
	ask = func(o fyne.CanvasObject) {
		o.MinSize()
		switch o := o.(type) {
		case *fyne.Container:
			for _, child := range o.Objects {
				ask(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				ask(child)
			}
		}
	}
	if n := testing.AllocsPerRun(20, func() { ask(content) }); n > 0 {
		t.Errorf("asking every object for its size allocates %v times", n)
	}
}
