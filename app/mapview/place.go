package mapview

import (
	"math"

	"hashiya/app/ui"
)

// MaxPlaces is how many places a map shows; see NoticeTooManyPlaces.
const MaxPlaces = 5000

// maxCircle is the largest circle around a place, in km.
const maxCircle = 2000

// Place is a mark on the map.
type Place struct {
	ID       string  // what OnPicked gets
	Label    string  // in any script; long ones are cut
	Lat, Lon float64 // decimal degrees on WGS 84
	Tone     ui.Tone // colour, neutral when empty; see Options.Kinds for shape and letter
	Size     float64 // precision: radius in km of a circle around the place, at most 2000; 0 is a point
	Selected bool
}

// NoticeKind is what a map could not show.
type NoticeKind uint8

const (
	// NoticeTooManyPlaces: places after the first MaxPlaces were left out.
	NoticeTooManyPlaces NoticeKind = iota
	// NoticeBadCoordinates: places without coordinates on Earth were left out: latitude beyond 90, longitude beyond 360, not a number.
	NoticeBadCoordinates
	// NoticeSimplified: outlines had more than MaxOutlinePoints points, and the least important ones were left out.
	NoticeSimplified
)

// Notice says how many things a map could not show.
type Notice struct {
	Kind  NoticeKind
	Count int // places or points left out, at least 1
}

// pin is a place as the map keeps it.
type pin struct {
	Place
	number int // in the list that was given, from 1
	kind   int // index into Options.Kinds, or -1
	at     spot
	ring   []spot // the circle, nil for a point
	extent box    // of place and circle

	badge      string // number or letter in the mark
	badgeStyle textStyle
}

func newPin(p Place, number int, kinds []Kind) pin {
	at := project(p.Lat, p.Lon)
	n := pin{Place: p, number: number, kind: -1, extent: emptyBox()}
	for i, k := range kinds {
		if k.Tone == p.Tone {
			n.kind = i
		}
	}
	// The circle goes with the place when that is brought into the one world.
	shift := wrap(at.x) - at.x
	n.at = spot{at.x + shift, at.y}
	n.extent.add(n.at)
	if p.Size > 0 { // false for NaN
		n.ring = circle(p.Lat, p.Lon, math.Min(p.Size, maxCircle))
		for i := range n.ring {
			n.ring[i].x += shift
			n.extent.add(n.ring[i])
		}
	}
	return n
}
