using System.Globalization;

namespace SaleAuto.Market;

/// <summary>A number with its place in the text.</summary>
internal readonly record struct FoundNumber(decimal Value, int Start, int End);

/// <summary>Reads numbers as adverts write them: "1 145 000", "1.145.000", "1,2", "84 000". Expects <see cref="PlainText"/>.</summary>
internal static class Numbers
{
    private const int LongestRun = 12; // more digits are an identifier

    /// <summary>Numbers of the text in order. Groups of three are joined from the right, so that "2018 84 000" is a year and a mileage.</summary>
    public static List<FoundNumber> FindAll(ReadOnlySpan<char> text)
    {
        var numbers = new List<FoundNumber>();
        var i = 0;
        while (i < text.Length)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                i++;
                continue;
            }
            i = ReadSequence(text, i, numbers);
        }
        return numbers;
    }

    /// <summary>The text as one number, nothing else but a unit around it; null when it is none.</summary>
    public static decimal? Single(string? text)
    {
        var plain = PlainText.Of(text);
        if (Exact(plain) is { } exact)
        {
            return exact >= 0 ? exact : null;
        }
        return FindAll(plain) is [var only] ? only.Value : null;
    }

    /// <summary>A number as machines write it; "12.500" is none, because a price or mileage of that form is twelve thousand.</summary>
    public static decimal? Exact(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) && !(text.Length is > 4 and < 8 && text[^4] == '.')
            ? exact
            : null;

    private static int ReadSequence(ReadOnlySpan<char> text, int start, List<FoundNumber> numbers)
    {
        var runs = new List<(int Start, int End)>();
        var at = start;
        while (true)
        {
            var runEnd = at;
            while (runEnd < text.Length && char.IsAsciiDigit(text[runEnd]))
            {
                runEnd++;
            }
            runs.Add((at, runEnd));
            if (runEnd + 1 < text.Length && text[runEnd] is ' ' or '.' or ',' or '\'' or '’' && char.IsAsciiDigit(text[runEnd + 1]))
            {
                at = runEnd + 1;
                continue;
            }
            break;
        }
        var found = new List<FoundNumber>();
        for (var last = runs.Count - 1; last >= 0;)
        {
            last = JoinGroups(text, runs, last, found);
        }
        found.Reverse();
        numbers.AddRange(found);
        return runs[^1].End;
    }

    // Takes the number that ends with the run `last` and returns the index of the run before it.
    private static int JoinGroups(ReadOnlySpan<char> text, List<(int Start, int End)> runs, int last, List<FoundNumber> found)
    {
        var first = last;
        decimal fraction = 0;
        var whole = last;
        if (last > 0 && Separator(text, runs, last) is '.' or ',' && Length(runs, last) is var digits && IsFraction(text, runs, last, digits))
        {
            fraction = decimal.Parse("0." + text[runs[last].Start..runs[last].End].ToString(), CultureInfo.InvariantCulture);
            whole = first = last - 1;
        }
        while (first > 0 && Length(runs, first) == 3 && Length(runs, first - 1) <= 3
            && (first == whole || Separator(text, runs, first) == Separator(text, runs, whole)))
        {
            first--;
            if (Length(runs, first) < 3)
            {
                break;
            }
        }
        decimal value = 0;
        for (var i = first; i <= whole; i++)
        {
            if (Length(runs, i) > LongestRun)
            {
                return first - 1;
            }
            value = value * (i == first ? 1 : 1000) + decimal.Parse(text[runs[i].Start..runs[i].End], CultureInfo.InvariantCulture);
        }
        found.Add(new FoundNumber(value + fraction, runs[first].Start, runs[last].End));
        return first - 1;
    }

    private static bool IsFraction(ReadOnlySpan<char> text, List<(int Start, int End)> runs, int last, int digits) =>
        digits is 1 or 2 || digits > 3 || (last > 1 && Separator(text, runs, last - 1) != Separator(text, runs, last) && Length(runs, last - 1) == 3);

    private static char Separator(ReadOnlySpan<char> text, List<(int Start, int End)> runs, int run) => text[runs[run].Start - 1];

    private static int Length(List<(int Start, int End)> runs, int run) => runs[run].End - runs[run].Start;
}
