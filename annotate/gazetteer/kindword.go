package gazetteer

import "slices"

// kindWord is what a word before a name, or behind it in English, says of the
// place.
type kindWord struct {
	code     string // of list entity_type_location; "" when it says nothing of it
	relative bool   // it speaks of an area around the place
	own      bool   // with it the name is that of another place: a town's camp is not the town
}

// plain reports a word that only says what the place of a name is.
func (k kindWord) plain() bool { return k.code != "" && !k.relative && !k.own }

// kindWords are the words before a name, folded as package arabic does for the
// search: taa marbuta is heh. The countryside is that of a governorate before
// that of a town.
var kindWords = map[string]kindWord{
	"دوله": {code: "country"}, "محافظه": {code: "admin1"}, "ولايه": {code: "admin1"},
	"منطقه": {code: "admin2"}, "قضاء": {code: "admin2"}, "قضا": {code: "admin2"}, "مديريه": {code: "admin2"}, "ناحيه": {code: "admin3"},
	"مدينه": {code: "city"}, "بلده": {code: "town"}, "قريه": {code: "village"}, "حي": {code: "neighbourhood"}, "ضاحيه": {code: "neighbourhood"},
	"مخيم": {code: "camp", own: true}, "حقل": {code: "oil_field", own: true}, "معبر": {code: "crossing", own: true}, "مركز": {},
	"ريف": {code: "admin1", relative: true}, "باديه": {code: "admin1", relative: true}, "محيط": {relative: true}, "اطراف": {relative: true}, "ضواحي": {relative: true}, "مشارف": {relative: true},
	"شرق": {relative: true}, "غرب": {relative: true}, "شمال": {relative: true}, "جنوب": {relative: true},
	"شرقي": {relative: true}, "غربي": {relative: true}, "شمالي": {relative: true}, "جنوبي": {relative: true},
	"near": {relative: true}, "eastern": {relative: true}, "western": {relative: true}, "northern": {relative: true}, "southern": {relative: true},
}

// englishKinds are the words behind an English name.
var englishKinds = map[string]kindWord{
	"governorate": {code: "admin1"}, "province": {code: "admin1"}, "district": {code: "admin2"}, "subdistrict": {code: "admin3"},
	"city": {code: "city"}, "town": {code: "town"}, "village": {code: "village"}, "neighbourhood": {code: "neighbourhood"}, "camp": {code: "camp", own: true},
	"countryside": {code: "admin1", relative: true},
}

// sides are what a countryside is divided into; they follow the name.
var sides = []string{"الشرقي", "الغربي", "الشمالي", "الجنوبي", "الاوسط", "الشرقيه", "الغربيه", "الشماليه", "الجنوبيه"}

// cutKind takes one word that tells the kind off a name of a gazetteer, unless
// the name is another place's without it («ريف دمشق» is a governorate).
func cutKind(folded []string) ([]string, kindWord) {
	if len(folded) < 2 {
		return folded, kindWord{}
	}
	if kind := kindWords[folded[0]]; kind.plain() {
		return folded[1:], kind
	}
	last := len(folded) - 1
	if kind := englishKinds[folded[last]]; kind.plain() {
		return folded[:last], kind
	}
	return folded, kindWord{}
}

// cutWord takes one word that tells the kind, or an area around a place, off a
// name as an article writes it.
func cutWord(folded []string) (rest []string, kind kindWord, found bool) {
	if len(folded) < 2 {
		return folded, kindWord{}, false
	}
	last := len(folded) - 1
	if kind, found = kindWords[folded[0]]; found {
		rest = folded[1:]
		if kind.relative && len(rest) > 1 && slices.Contains(sides, rest[len(rest)-1]) {
			rest = rest[:len(rest)-1]
		}
		return rest, kind, true
	}
	if kind, found = englishKinds[folded[last]]; found {
		return folded[:last], kind, true
	}
	return folded, kindWord{}, false
}
