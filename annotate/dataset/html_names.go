package dataset

import "hashiya/model"

// reportNames gives the Arabic names that a report shows: of codes and fields
// from the codebook, of entities from the project, and of the rest from here.
type reportNames struct {
	book     *model.Codebook
	entities map[string]string
	member   string
}

func newReportNames(h *Header) *reportNames {
	n := &reportNames{book: &model.Codebook{}, entities: map[string]string{}, member: "يضم"}
	if h == nil {
		return n
	}
	if len(h.Codebook) > 0 {
		n.book = codebookOf(h.Codebook)
	}
	for _, e := range h.Entities {
		n.entities[e.Key] = model.Names{Ar: e.NameAr, En: e.NameEn}.In("ar")
	}
	return n
}

func (n *reportNames) kind(kind model.Kind) string {
	switch kind {
	case model.KindActor:
		return "جهة"
	case model.KindLocation:
		return "مكان"
	case model.KindCount:
		return "عدد"
	case model.KindTactic:
		return "أسلوب"
	case model.KindDate:
		return "تاريخ"
	case model.KindEvent:
		return "حدث"
	}
	return string(kind)
}

func (n *reportNames) record(kind model.RecordKind) string {
	if kind == model.RecordAdjudication {
		return "تحكيم"
	}
	return "ترميز"
}

func (n *reportNames) status(status model.Status) string {
	if status == model.Submitted {
		return "مُسلَّم"
	}
	return "قيد العمل"
}

// field returns the name of a field, its key where the codebook has none.
func (n *reportNames) field(kind model.Kind, name string) string {
	for _, guide := range n.book.Kinds[kind] {
		if called := guide.Names.In("ar"); guide.Name == name && called != "" {
			return called
		}
	}
	switch name {
	case "certainty":
		return "الثقة"
	case "note":
		return "الملاحظة"
	case "origin":
		return "المنشأ"
	case "codebook":
		return "الدليل"
	}
	return name
}

// value returns what a report shows for a value of a field.
func (n *reportNames) value(f model.Field, value string) string {
	switch f.Type {
	case model.CodeValue:
		return n.code(f.List, value)
	case model.EntityValue, model.EntityList:
		if name := n.entities[value]; name != "" {
			return name
		}
	case model.BoolValue, model.TriValue:
		if value == "true" {
			return "نعم"
		}
		return "لا"
	}
	return value
}

func (n *reportNames) code(list, key string) string {
	if code, known := n.book.Code(list, key); known && code.Names.In("ar") != "" {
		return code.Names.In("ar")
	}
	return key
}

// role returns the name of a role, which is of actors or of locations.
func (n *reportNames) role(key string) string {
	if name := n.code("actor_role", key); name != key {
		return name
	}
	return n.code("location_role", key)
}
