package reader

import (
	"time"

	"fyne.io/fyne/v2"
)

const flashTime = 700 * time.Millisecond

// flash is the short glow of marks that the owner points out.
type flash struct {
	ids  map[string]bool
	glow float32 // 1 at the start, 0 at the end
	run  *fyne.Animation
}

func (f *flash) strength(id string) float32 {
	if f.ids[id] {
		return f.glow
	}
	return 0
}

// Flash lets marks glow and fade. Nothing moves.
func (r *Reader) Flash(ids ...string) {
	r.stopFlash()
	r.flash.ids = make(map[string]bool, len(ids))
	for _, id := range ids {
		r.flash.ids[id] = true
	}
	r.flash.run = fyne.NewAnimation(flashTime, func(done float32) { r.setGlow(1 - done) })
	r.flash.run.Curve = fyne.AnimationEaseOut
	r.flash.run.Start()
}

func (r *Reader) stopFlash() {
	if r.flash.run != nil {
		r.flash.run.Stop()
	}
	r.setGlow(0)
	r.flash = flash{}
}

func (r *Reader) setGlow(glow float32) {
	r.flash.glow = glow
	for id := range r.flash.ids {
		if m, ok := r.marks.byID[id]; ok {
			r.rows.touch(m.Start, m.End)
		}
	}
}
