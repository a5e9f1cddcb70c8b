package html

import "strings"

// words are what the page says by itself, in one language. {n} and {m} stand
// for numbers.
type words struct {
	Skip, Contents             string
	Filter, Search, All, Clear string
	Shown, Empty, Page         string
	foreign                    bool // English in a page of another language
}

// wordsFor gives the words for a BCP 47 tag, by its primary language.
func wordsFor(language string) words {
	switch primary(language) {
	case "en":
		return english
	case "de":
		return words{
			Skip: "Zum Inhalt springen", Contents: "Inhalt",
			Filter: "Filter", Search: "Suchen", All: "Alle", Clear: "Filter aufheben",
			Shown: "{n} von {m} Zeilen angezeigt", Empty: "Keine Einträge.", Page: "Seite {n} von {m}",
		}
	case "fr":
		return words{
			Skip: "Aller au contenu", Contents: "Sommaire",
			Filter: "Filtre", Search: "Rechercher", All: "Tous", Clear: "Effacer les filtres",
			Shown: "{n} lignes affichées sur {m}", Empty: "Aucune entrée.", Page: "Page {n} sur {m}",
		}
	case "es":
		return words{
			Skip: "Ir al contenido", Contents: "Índice",
			Filter: "Filtro", Search: "Buscar", All: "Todos", Clear: "Quitar filtros",
			Shown: "{n} de {m} filas mostradas", Empty: "Sin entradas.", Page: "Página {n} de {m}",
		}
	}
	w := english
	w.foreign = true
	return w
}

var english = words{
	Skip: "Skip to content", Contents: "Contents",
	Filter: "Filter", Search: "Search", All: "All", Clear: "Clear filters",
	Shown: "{n} of {m} rows shown", Empty: "No entries.", Page: "Page {n} of {m}",
}

// rightToLeft says whether the language is usually written from right to left.
func rightToLeft(language string) bool {
	switch primary(language) {
	case "ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi":
		return !strings.Contains(strings.ToLower(language), "-latn")
	}
	return false
}

// primary gives the language of a BCP 47 tag without script and region.
func primary(language string) string {
	first, _, _ := strings.Cut(language, "-")
	return strings.ToLower(first)
}
