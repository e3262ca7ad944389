package dataset

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"

	"hashiya/model"
)

// labelStudioColours tell the kinds apart, by their order; evidence is grey.
var labelStudioColours = []string{"#c2410c", "#15803d", "#b91c1c", "#7e22ce", "#0369a1", "#475569"}

// writeConfig writes the labelling interface. Label Studio imports results only
// where their from_name and to_name are names of its tags.
func (w *labelStudioWriter) writeConfig() error {
	var b bytes.Buffer
	b.WriteString("<View style=\"direction: rtl; text-align: right\">\n")
	fmt.Fprintf(&b, "  <Header value=%s/>\n", attribute("$title"))
	b.WriteString("  <Relations>\n")
	for _, name := range w.relationNames() {
		fmt.Fprintf(&b, "    <Relation value=%s/>\n", attribute(name))
	}
	b.WriteString("  </Relations>\n  <Labels name=\"label\" toName=\"text\">\n")
	for i, label := range w.labels {
		colour := "#94a3b8"
		if i < len(labelStudioColours) {
			colour = labelStudioColours[i]
		}
		fmt.Fprintf(&b, "    <Label value=%s background=%s/>\n", attribute(label), attribute(colour))
	}
	b.WriteString("  </Labels>\n  <Text name=\"text\" value=\"$text\"/>\n")
	b.WriteString("  <TextArea name=\"evidence.entity\" toName=\"text\" perRegion=\"true\" editable=\"true\"/>\n")
	for _, kind := range model.Kinds {
		for _, f := range slices.Concat(model.Fields(kind), model.HeadFields) {
			w.control(&b, kind, f)
		}
	}
	for _, name := range []string{"record", "unplaced"} {
		fmt.Fprintf(&b, "  <TextArea name=%s toName=\"text\" editable=\"true\"/>\n", attribute(name))
	}
	b.WriteString("</View>\n")
	_, err := w.config.Write(b.Bytes())
	return err
}

func (w *labelStudioWriter) relationNames() []string {
	names := slices.Concat([]string{tieEvidence, tieMember}, w.codes["link_type"])
	for _, list := range []string{"actor_role", "location_role"} {
		for _, role := range w.codes[list] {
			if name := tieMember + "." + role; !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// control writes the tag of a field, shown at regions of its kind.
func (w *labelStudioWriter) control(b *bytes.Buffer, kind model.Kind, f model.Field) {
	where := fmt.Sprintf("name=%s toName=\"text\" perRegion=\"true\" whenTagName=\"label\" whenLabelValue=%s",
		attribute(spanLabel(kind, f.Name)), attribute(string(kind)))
	switch labelStudioControl(f) {
	case "number":
		fmt.Fprintf(b, "  <Number %s/>\n", where)
	case "textarea":
		fmt.Fprintf(b, "  <TextArea %s editable=\"true\"/>\n", where)
	default:
		values := w.codes[f.List]
		switch f.Type {
		case model.BoolValue:
			values = []string{"true"}
		case model.TriValue:
			values = []string{"true", "false"}
		}
		fmt.Fprintf(b, "  <Choices %s choice=\"single\" showInline=\"true\">\n", where)
		for _, value := range values {
			fmt.Fprintf(b, "    <Choice value=%s/>\n", attribute(value))
		}
		b.WriteString("  </Choices>\n")
	}
}

// attribute quotes a text as the value of an XML attribute.
func attribute(s string) string {
	var b bytes.Buffer
	b.WriteByte('"')
	_ = xml.EscapeText(&b, []byte(s)) // a buffer takes everything
	b.WriteByte('"')
	return b.String()
}
