package arabic

// numberClass says how a number word combines with its neighbours.
type numberClass int

const (
	unitWord    numberClass = iota // 1-9, alone or before tens, ten and hundred
	teenUnit                       // a form of 1 or 2 that stands only before ten and tens
	tenWord                        // 10
	tensWord                       // 20-90
	hundredWord                    // 100-900
	scaleWord                      // thousand and more, alone or behind a number
	dualScale                      // two thousand and more
	pluralScale                    // thousands: only behind a number
)

// numberWord is a folded cardinal word.
type numberWord struct {
	class numberClass
	value int64
}

const (
	thousand = 1_000
	million  = 1_000_000
	milliard = 1_000_000_000
)

// numberWords are the cardinals in both genders and all cases, folded.
var numberWords = map[string]numberWord{
	"واحد": {unitWord, 1}, "واحده": {unitWord, 1}, "واحدا": {unitWord, 1},
	"احد": {teenUnit, 1}, "احدي": {teenUnit, 1},
	"اثنا": {teenUnit, 2}, "اثني": {teenUnit, 2}, "اثنتا": {teenUnit, 2}, "اثنتي": {teenUnit, 2},
	"اثنان": {unitWord, 2}, "اثنين": {unitWord, 2}, "اثنتان": {unitWord, 2}, "اثنتين": {unitWord, 2},
	"ثلاثه": {unitWord, 3}, "ثلاث": {unitWord, 3}, "اربعه": {unitWord, 4}, "اربع": {unitWord, 4},
	"خمسه": {unitWord, 5}, "خمس": {unitWord, 5}, "سته": {unitWord, 6}, "ست": {unitWord, 6},
	"سبعه": {unitWord, 7}, "سبع": {unitWord, 7}, "تسعه": {unitWord, 9}, "تسع": {unitWord, 9},
	"ثمانيه": {unitWord, 8}, "ثماني": {unitWord, 8}, "ثمان": {unitWord, 8},
	"عشره": {tenWord, 10}, "عشر": {tenWord, 10},

	"عشرون": {tensWord, 20}, "عشرين": {tensWord, 20}, "ثلاثون": {tensWord, 30}, "ثلاثين": {tensWord, 30},
	"اربعون": {tensWord, 40}, "اربعين": {tensWord, 40}, "خمسون": {tensWord, 50}, "خمسين": {tensWord, 50},
	"ستون": {tensWord, 60}, "ستين": {tensWord, 60}, "سبعون": {tensWord, 70}, "سبعين": {tensWord, 70},
	"ثمانون": {tensWord, 80}, "ثمانين": {tensWord, 80}, "تسعون": {tensWord, 90}, "تسعين": {tensWord, 90},

	"مئه": {hundredWord, 100}, "مائه": {hundredWord, 100}, "ميه": {hundredWord, 100},
	"مئتان": {hundredWord, 200}, "مئتين": {hundredWord, 200}, "مئتا": {hundredWord, 200}, "مئتي": {hundredWord, 200},
	"مائتان": {hundredWord, 200}, "مائتين": {hundredWord, 200}, "مائتا": {hundredWord, 200}, "مائتي": {hundredWord, 200},
	"ثلاثمئه": {hundredWord, 300}, "ثلاثمائه": {hundredWord, 300}, "اربعمئه": {hundredWord, 400}, "اربعمائه": {hundredWord, 400},
	"خمسمئه": {hundredWord, 500}, "خمسمائه": {hundredWord, 500}, "ستمئه": {hundredWord, 600}, "ستمائه": {hundredWord, 600},
	"سبعمئه": {hundredWord, 700}, "سبعمائه": {hundredWord, 700}, "تسعمئه": {hundredWord, 900}, "تسعمائه": {hundredWord, 900},
	"ثمانمئه": {hundredWord, 800}, "ثمانمائه": {hundredWord, 800}, "ثمانيمئه": {hundredWord, 800}, "ثمانيمائه": {hundredWord, 800},

	"الف": {scaleWord, thousand}, "الفا": {scaleWord, thousand},
	"مليون": {scaleWord, million}, "مليونا": {scaleWord, million},
	"مليار": {scaleWord, milliard}, "مليارا": {scaleWord, milliard}, "بليون": {scaleWord, milliard},
	"الفان": {dualScale, thousand}, "الفين": {dualScale, thousand}, "الفي": {dualScale, thousand},
	"مليونان": {dualScale, million}, "مليونين": {dualScale, million}, "مليوني": {dualScale, million},
	"ملياران": {dualScale, milliard}, "مليارين": {dualScale, milliard}, "ملياري": {dualScale, milliard},
	"الاف": {pluralScale, thousand}, "ملايين": {pluralScale, million}, "مليارات": {pluralScale, milliard},
}

// fractions of a scale, as in «مليون ونصف».
var fractionWords = map[string]int64{"نصف": 2, "ربع": 4, "ثلث": 3}

// numberReading reads a word as a number word with its particles.
func numberReading(word string) (numberWord, stem, bool) {
	w, s, ok := reading(word, numberWords)
	switch {
	case !ok:
		return w, s, false
	case s.article && w.class <= teenUnit && w.value <= 2:
		// «الاثنين» and «الأحد» are days, «الواحد» is a manner of speaking.
		return w, s, false
	case s.text == "ست" && s.cut > 0:
		// «لست», «وست»: mostly forms of other words.
		return w, s, word == "وست" || word == "بست"
	}
	return w, s, true
}
