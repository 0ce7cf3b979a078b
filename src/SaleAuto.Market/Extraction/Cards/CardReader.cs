using AngleSharp.Dom;

namespace SaleAuto.Market;

/// <summary>Reads one card: by the site's selectors where there are some, by the stems of marks, and last by the text itself.</summary>
internal sealed class CardReader(ExtractionRules rules, Uri baseAddress, VehicleNames names)
{
    private const int LongestPart = 300;

    private static readonly string[] SoldTexts =
        ["продан", "продано", "продана", "автомобиль продан", "машина продана", "снят с продажи", "снято с продажи", "снята с продажи", "уже продан", "объявление снято с публикации", "sold", "sold out"];

    private static readonly string[] OnRequestTexts = ["по запросу", "договорная", "договорной", "цена не указана", "цену уточняйте", "уточняйте цену", "уточнить цену", "on request", "узнать цену"];

    public ListingDraft Read(IElement card, ListingUrl? url)
    {
        var parts = CardParts.Of(card);
        var text = ElementText.Of(card, '\n', element => ElementMarks.IsAside(element, ElementMarks.Of(element)));
        var draft = new ListingDraft
        {
            Url = Selected(card, rules.Link) is { } link && CardLinks.Best(link, baseAddress) is { } chosen ? chosen : url ?? CardLinks.Best(card, baseAddress),
            City = CityOf(SelectedText(card, rules.City) ?? parts.FirstOrDefault(part => IsPlace(part) && part.Text.Length < 60 && part.Text.Any(char.IsLetter))?.Text),
            IsPriceShown = true,
        };
        draft.Title = draft.ShownTitle = Title(card, parts);
        FillPrice(draft, card, parts, text);
        draft.Year = CarFacts.Year(SelectedText(card, rules.Year)) ?? Year(parts, draft.Title, text);
        draft.MileageKm = CarFacts.Mileage(SelectedText(card, rules.Mileage)) ?? Mileage(parts, draft.Title, text);
        draft.PostedOn = AdDates.Read(Selected(card, rules.Date) is { } date ? date.GetAttribute("datetime") ?? date.TextContent : PostedOn(card, parts));
        draft.IsSold = Selected(card, rules.SoldMarker) is not null || parts.Any(part => SoldTexts.Contains(part.Text.TrimEnd('.', '!'), StringComparer.OrdinalIgnoreCase))
            || ElementMarks.HasWord(ElementMarks.Of(card), "sold");
        foreach (var part in parts.Where(part => part.Text != draft.Title))
        {
            SpecWords.FillFromLine(part.Text, draft);
        }
        if (draft.Title is not null)
        {
            SpecWords.FillFromLine(draft.Title, draft);
        }
        return draft;
    }

    // Headings, marks and links may also be badges ("Проверено"): the one that names a car is the title.
    private string? Title(IElement card, IReadOnlyList<CardPart> parts)
    {
        if (SelectedText(card, rules.Title) is { } selected)
        {
            return selected;
        }
        var texts = parts.Where(part => part.Element.LocalName is "h1" or "h2" or "h3" or "h4" or "h5")
            .Concat(parts.Where(part => ElementMarks.HasStem(part.Marks, "title") && !ElementMarks.IsPrice(part.Marks)))
            .Concat(parts.Where(part => part.IsInLink))
            .Concat(parts.Where(part => ElementMarks.HasWord(part.Marks, "name")))
            .Select(TitleText).Where(HasName).ToList();
        return texts.FirstOrDefault(names.Knows) ?? texts.FirstOrDefault()
            ?? Attribute(card, "a[title]", "title") ?? Attribute(card, "a[aria-label]", "aria-label") ?? Attribute(card, "img[alt]", "alt");
    }

    // Broken markup and cards that are links put the price into the title's element.
    private static string TitleText(CardPart part) =>
        Money.Price(part.Text, currencyRequired: true) is null
            ? part.Text
            : PlainText.Of(string.Join(' ', part.Element.ChildNodes.OfType<IText>().Select(text => text.Data)));

    private void FillPrice(ListingDraft draft, IElement card, IReadOnlyList<CardPart> parts, string text)
    {
        var chosen = Selected(card, rules.Price) is { } selected ? PriceOf(selected, discounts: false) ?? PriceOf(selected, discounts: true) : null;
        chosen ??= PriceByMarks(parts, discounts: false) ?? Money.Price(text, currencyRequired: true) ?? PriceByMarks(parts, discounts: true);
        if (chosen is { } price)
        {
            draft.Price = price.Amount;
            draft.Currency = price.Currency ?? Money.Price(text, currencyRequired: true)?.Currency;
        }
        else
        {
            draft.IsPriceOnRequest = OnRequestTexts.Any(words => text.Contains(words, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static Money? PriceByMarks(IReadOnlyList<CardPart> parts, bool discounts)
    {
        Money? from = null;
        foreach (var part in parts.Where(part => part.IsPriceElement && !part.IsAside && ElementMarks.IsDiscount(part.Marks) == discounts))
        {
            if (PriceOf(part.Element, discounts) is { } price)
            {
                if (!price.IsFrom)
                {
                    return price;
                }
                from ??= price;
            }
        }
        return from;
    }

    private static Money? PriceOf(IElement element, bool discounts)
    {
        if (element.GetAttribute("content") is { Length: > 0 } content && Numbers.Single(content) is > 1 and { } exact)
        {
            return new Money(exact, null, false, false);
        }
        var text = ElementText.Of(element, ' ', inner => ElementMarks.Of(inner) is var marks && (ElementMarks.IsAside(inner, marks) || (!discounts && ElementMarks.IsDiscount(marks))), LongestPart);
        return Money.Price(text, currencyRequired: false) is { Amount: >= 100 } price ? price : null;
    }

    private static int? Year(IReadOnlyList<CardPart> parts, string? title, string text) =>
        First(parts.Where(part => ElementMarks.HasWord(part.Marks, "year")), part => CarFacts.Year(part.Text))
        ?? First(parts, part => CarFacts.OnlyYear(part.Text))
        ?? (title is null ? null : CarFacts.YearIn(title))
        ?? CarFacts.YearIn(text);

    private static int? Mileage(IReadOnlyList<CardPart> parts, string? title, string text) =>
        First(parts.Where(part => IsMileage(part.Marks)), part => CarFacts.MileageIn(part.Text) ?? CarFacts.OnlyMileage(part.Text))
        ?? First(parts, part => CarFacts.OnlyMileage(part.Text))
        ?? (title is null ? null : CarFacts.MileageIn(title))
        ?? CarFacts.MileageIn(text);

    private static string? PostedOn(IElement card, IReadOnlyList<CardPart> parts) =>
        card.QuerySelector("time[datetime]")?.GetAttribute("datetime") ?? parts.FirstOrDefault(part => ElementMarks.HasWord(part.Marks, "date"))?.Text;

    private static bool IsMileage(string marks) =>
        ElementMarks.HasStem(marks, "mileage") || ElementMarks.HasStem(marks, "odometer") || ElementMarks.HasStem(marks, "probeg") || ElementMarks.HasWord(marks, "km");

    private static bool IsPlace(CardPart part) =>
        ElementMarks.HasStem(part.Marks, "location") || ElementMarks.HasStem(part.Marks, "region") || ElementMarks.HasWord(part.Marks, "city") || ElementMarks.HasWord(part.Marks, "place") || ElementMarks.HasStem(part.Marks, "address");

    // "Москва, Кирова 1" is in Москва
    private static string? CityOf(string? place) => place?.Split(',', '•', '·')[0].Trim() is { Length: > 1 } city ? city : null;

    private static int? First(IEnumerable<CardPart> parts, Func<CardPart, int?> read) => parts.Select(read).FirstOrDefault(value => value is not null);

    private static bool HasName(string text) => text.Length is > 2 and < 200 && text.Count(char.IsLetter) >= 2;

    private static IElement? Selected(IElement card, string? selector) => string.IsNullOrEmpty(selector) ? null : card.Matches(selector) ? card : card.QuerySelector(selector);

    private static string? SelectedText(IElement card, string? selector) =>
        Selected(card, selector) is { } element && ElementText.Of(element, ' ') is { Length: > 0 } text ? text : null;

    private static string? Attribute(IElement card, string selector, string name) =>
        PlainText.Of(card.QuerySelector(selector)?.GetAttribute(name)) is { Length: > 2 } text ? text : null;
}
