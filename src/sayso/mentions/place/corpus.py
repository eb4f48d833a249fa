"""Examples of places, answer first: (places as (words, name, country), text); `()` is a negative.

Read without grammar: only capitals and the gazetteer. The sentences are ours.
"""

Example = tuple[tuple[tuple[str, str, str | None], ...], str]

CORPUS: tuple[Example, ...] = (
    ((("Aleppo", "Aleppo", "SYR"),), "Shells fell on Aleppo before dawn."),
    (
        (("Deir ez-Zor", "Deir ez-Zor", "SYR"), ("Syria", "Syria", "SYR")),
        "Fighting in Deir ez-Zor, Syria, went on.",
    ),
    (
        (("Dayr az Zawr", "Deir ez-Zor", "SYR"), ("Syria", "Syria", "SYR")),
        "The road to Dayr az Zawr in Syria is cut.",
    ),
    (
        (("Deir al-Zour", "Deir ez-Zor", "SYR"), ("Syria", "Syria", "SYR")),
        "They left Deir al-Zour in Syria on foot.",
    ),
    ((("Raqqa", "Ar Raqqah", "SYR"),), "A convoy drove towards Raqqa."),
    (
        (("Tripoli", "Tripoli", "LBN"), ("Lebanon", "Lebanon", "LBN")),
        "Two men were arrested in Tripoli, Lebanon.",
    ),
    (
        (("Tripoli", "Tripoli", "LBY"), ("Libya", "Libya", "LBY")),
        "The airport of Tripoli in Libya was closed.",
    ),
    ((("Paris", "Paris", "USA"), ("Texas", "Texas", "USA")), "The hospital in Paris, Texas, took them in."),
    ((("Paris", "Paris", "FRA"),), "Ministers met in Paris."),
    (
        (("Georgia", "Georgia", "USA"), ("Atlanta", "Atlanta", "USA")),
        "Troops from Georgia flew out of Atlanta.",
    ),
    ((("Tbilisi", "Tbilisi", "GEO"), ("Georgia", "Georgia", "GEO")), "Crowds filled Tbilisi in Georgia."),
    ((("Euphrates", "Euphrates", None), ("Iraq", "Iraq", "IRQ")), "They crossed the Euphrates into Iraq."),
    ((("Kunduz", "Kunduz", "AFG"),), "Clashes continued around Kunduz province."),
    ((("Kobani", "Ain al-Arab", "SYR"),), "Shops have opened again in Kobani."),
    ((("Turkey", "Turkey", "TUR"),), "The wounded were taken to Turkey."),
    ((("U.S", "United States", "USA"),), "He had been trained in the U.S. by instructors."),
    (
        (("Georgia", "Georgia", "USA"), ("Ohio", "Ohio", "USA"), ("Texas", "Texas", "USA")),
        "Crews came from Georgia, Ohio and Texas.",
    ),
    ((("Marjeh", "Marjeh", "SYR"), ("Aleppo", "Aleppo", "SYR")), "They reached Marjeh in Aleppo."),
    ((("Tel Hamis", "Tel Hamis", "SYR"), ("Syria", "Syria", "SYR")), "Shops shut in Tel Hamis, Syria."),
    ((("Wad Medani", "Wad Medani", "SDN"), ("Sudan", "Sudan", "SDN")), "Trucks left Wad Medani in Sudan."),
    (
        (("Salah al-Din", "Salah al-Din", "SYR"), ("Aleppo", "Aleppo", "SYR")),
        "A shell hit the Salah al-Din district of Aleppo.",
    ),
    ((), "Reading the list took an hour, and most of it was nice."),
    ((), "President Paris Hilton-Brown declined."),
    ((), "The Bank of England kept its rate."),
    ((), "we ate turkey in march"),
    ((), "Mr Jordan spoke first."),
    ((), "Car bombs were found, and Molotov cocktails."),
)
