package main

import "hashiya/model"

// screen is a screen of the program and how to get there.
type screen struct {
	name     string
	from     start          // what the program is started on
	settings map[string]any // beside those of the set, by their names in settings.json
	steps    []step
}

// table has one line a screen. Each starts the program anew, so that the order is free and a screen that fails spoils no other.
func table() []screen {
	contrast, naskh := map[string]any{"high_contrast": true}, map[string]any{"font": "naskh"}
	boss := map[string]any{"name": "المشرفة", "role": string(model.RoleSupervisor)}
	small, large := map[string]any{"zoom": 0.5}, map[string]any{"zoom": 3}
	return []screen{
		{"start", firstStart, nil, nil},
		{"start-recent", noProject, nil, nil},
		{"empty", emptyProject, nil, nil},
		{"library", samplesProject, nil, nil},
		{"library-contrast", samplesProject, contrast, nil},
		{"search", samplesProject, nil, []step{search("الشعفه"), still()}},
		{"search-nothing", samplesProject, nil, []step{search("زرافة"), still()}},
		{"search-menu", samplesProject, nil, []step{search("الشعفه"), keys("ctrl+a"), keys("Menu")}},
		{"article", samplesProject, nil, []step{open()}},
		{"article-submitted", samplesProject, nil, []step{open(), next(2)}},
		{"article-contrast", samplesProject, contrast, []step{open()}},
		{"article-naskh", samplesProject, naskh, []step{open()}},
		{"article-small", samplesProject, small, []step{open()}},
		{"article-large", samplesProject, large, []step{open()}},
		{"article-focus", samplesProject, nil, []step{open(), keys("F9")}},
		{"article-soft", samplesProject, nil, []step{open(), next(graphic - 1), keys("F8")}},
		{"selection", samplesProject, nil, []step{open(), selectWords()}},
		{"selection-menu", samplesProject, nil, []step{open(), selectWords(), keys("Menu")}},
		{"find", samplesProject, nil, []step{open(), keys("ctrl+f"), write("دير الزور"), still()}},
		{"card-actor", samplesProject, nil, []step{open(), card(model.KindActor)}},
		{"card-location", samplesProject, nil, []step{open(), card(model.KindLocation)}},
		{"card-count", samplesProject, nil, []step{open(), card(model.KindCount)}},
		{"card-tactic", samplesProject, nil, []step{open(), card(model.KindTactic)}},
		{"card-date", samplesProject, nil, []step{open(), card(model.KindDate)}},
		{"rivals", samplesProject, nil, []step{open(), next(rivals - 1), endOfForm()}},
		{"chooser", samplesProject, nil, []step{open(), card(model.KindActor), field("entity"), write("ا")}},
		{"chooser-code", samplesProject, nil, []step{open(), card(model.KindTactic), field("code"), write("هجوم")}},
		{"field-error", samplesProject, nil, []step{open(), card(model.KindDate), field("start"), keys("ctrl+a"), write("2018-99"), keys("Tab")}},
		{"quit", samplesProject, nil, []step{open(), card(model.KindDate), field("start"), keys("ctrl+a"), write("2018-99"), keys("alt+F4")}},
		{"export", samplesProject, nil, []step{keys("ctrl+e")}},
		{"export-file", withFiles(samplesProject), nil, []step{keys("ctrl+e"), keys("Return"), keys("Down"), still()}},
		{"import", emptyProject, nil, []step{keys("ctrl+i")}},
		{"import-file", withFiles(emptyProject), nil, []step{keys("ctrl+i"), keys("Return"), keys("Down")}},
		{"settings", samplesProject, nil, []step{keys("ctrl+comma")}},
		{"commands", samplesProject, nil, []step{open(), keys("ctrl+k")}},
		{"commands-filter", samplesProject, nil, []step{open(), keys("ctrl+k"), write("مقال")}},
		{"help", samplesProject, nil, []step{keys("F1")}},
		{"rule", samplesProject, nil, []step{open(), card(model.KindTactic), field("code"), keys("F2")}},
		{"rule-list", samplesProject, nil, []step{open(), card(model.KindTactic), field("code"), write("هجوم"), keys("F2")}},
		{"codebook", samplesProject, boss, []step{keys("ctrl+shift+c")}},
		{"codebook-form", samplesProject, boss, []step{keys("ctrl+shift+c"), keys("Down"), keys("Down"), keys("Return")}},
		{"codebook-reading", samplesProject, nil, []step{keys("ctrl+shift+c")}},
		{"entities", samplesProject, boss, []step{keys("ctrl+shift+e")}},
		{"guidelines", samplesProject, boss, []step{keys("ctrl+g")}},
		{"guidelines-writing", samplesProject, boss, []step{keys("ctrl+g"), keys("Return"), write("# عنوان")}},
		{"error", notProject, nil, nil},
		{"read-only", heldProject, nil, []step{open()}},
	}
}
