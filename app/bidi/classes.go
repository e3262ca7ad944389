package bidi

import "sort"

// The two files are extracted/DerivedBidiClass.txt and BidiBrackets.txt of https://www.unicode.org/Public/17.0.0/ucd/.
//
//go:generate go run gen_classes.go DerivedBidiClass.txt BidiBrackets.txt

// class is the Bidi_Class of a character (UAX #44).
type class uint8

const (
	classL class = iota
	classR
	classAL
	classEN
	classES
	classET
	classAN
	classCS
	classNSM
	classBN
	classB
	classS
	classWS
	classON
	classLRE
	classRLE
	classLRO
	classRLO
	classPDF
	classLRI
	classRLI
	classFSI
	classPDI
)

// classRange gives the code points from lo to hi, both included, one class.
type classRange struct {
	lo, hi rune
	class  class
}

// classSet is a set of classes, one bit each.
type classSet uint32

func setOf(classes ...class) classSet {
	var s classSet
	for _, c := range classes {
		s |= 1 << c
	}
	return s
}

func (s classSet) has(c class) bool { return s>>c&1 != 0 }

var (
	isolateStarts = setOf(classLRI, classRLI, classFSI)
	// removed are the characters that rule X9 takes out.
	removed = setOf(classRLE, classLRE, classRLO, classLRO, classPDF, classBN)
	// neutrals are the classes that rules N1 and N2 resolve (NI in UAX #9).
	neutrals = setOf(classB, classS, classWS, classON, classFSI, classLRI, classRLI, classPDI)
	// trailing are the characters that rule L1 puts on the paragraph level before a separator or a line end.
	trailing = setOf(classWS, classFSI, classLRI, classRLI, classPDI) | removed
	// separators are the classes that rule L1 puts on the paragraph level wherever they stand.
	separators = setOf(classB, classS)
)

// directClasses holds the classes of the scripts in everyday use, so that the common case needs no search.
var directClasses = func() (t [0x3100]class) {
	for _, r := range classRanges {
		for c := r.lo; c <= r.hi && int(c) < len(t); c++ {
			t[c] = r.class
		}
	}
	return t
}()

// classOf returns the Bidi_Class of r. Values outside Unicode are L.
func classOf(r rune) class {
	if uint32(r) < uint32(len(directClasses)) {
		return directClasses[r]
	}
	i := sort.Search(len(classRanges), func(i int) bool { return classRanges[i].hi >= r })
	if i < len(classRanges) && classRanges[i].lo <= r {
		return classRanges[i].class
	}
	return classL
}

func classesOf(text []rune) []class {
	classes := make([]class, len(text))
	for i, r := range text {
		classes[i] = classOf(r)
	}
	return classes
}
