package reader

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestMenu(t *testing.T) {
	market := offsetOf(t, harbour, "السوق")
	rightClick := func(letter int) func(r *Reader) {
		return func(r *Reader) {
			r.MouseDown(&desktop.MouseEvent{
				PointEvent: fyne.PointEvent{Position: r.PositionOf(letter).AddXY(1, 0), AbsolutePosition: fyne.NewPos(7, 8)},
				Button:     desktop.MouseButtonSecondary,
			})
		}
	}
	below := func(r *Reader, offset int) fyne.Position {
		return r.CaretPosition(offset).AddXY(0, r.geometry.titleLine/2)
	}
	tests := []struct {
		name       string
		do         func(r *Reader)
		letter     int
		at         func(r *Reader) fyne.Position
		start, end int // selected then
	}{
		{"right click outside the selection", rightClick(market), market, nil, market, market},
		{"right click inside it", rightClick(5), 5, nil, 3, 9},
		{"right click on its last letter", rightClick(8), 8, nil, 3, 9},
		{"right click behind it", rightClick(9), 9, nil, 9, 9},
		{"Menu key", func(r *Reader) { typeKeys(r, "Menu") }, 9, func(r *Reader) fyne.Position { return below(r, 9) }, 3, 9},
		{"Shift and F10", func(r *Reader) { typeKeys(r, "shift+F10") }, 9, func(r *Reader) fyne.Position { return below(r, 9) }, 3, 9},
		{"F10", func(r *Reader) { typeKeys(r, "F10") }, -1, nil, 3, 9},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, _ := show(t, harbour, 800, 500, Options{})
			r.Select(3, 9)
			letter, where := -1, fyne.Position{}
			r.OnMenu = func(offset int, pos fyne.Position) { letter, where = offset, pos }
			tt.do(r)
			want := fyne.NewPos(7, 8)
			if tt.at != nil {
				want = tt.at(r)
			}
			if letter != tt.letter || letter >= 0 && where != want {
				t.Errorf("menu for letter %d at %v, want %d at %v", letter, where, tt.letter, want)
			}
			if start, end := r.Selection(); start != tt.start || end != tt.end {
				t.Errorf("selected %d..%d, want %d..%d", start, end, tt.start, tt.end)
			}
		})
	}
}

func TestMenuKeyBringsTheCaretIntoView(t *testing.T) {
	r, _ := show(t, long(50), 600, 400, Options{})
	r.Select(5000, 5000)
	r.OnMenu = func(_ int, at fyne.Position) {
		if at.Y < 0 || at.Y > 400 {
			t.Errorf("the menu is asked for at %v", at)
		}
	}
	typeKeys(r, "Menu")
}
