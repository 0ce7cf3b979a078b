using System.Collections.Frozen;

namespace SaleAuto.Staff.Passwords;

/// <summary>
/// Passwords that are tried first by whoever guesses: the most common and leaked ones, among them Russian words typed on the Latin layout.
/// The list holds what is long enough to pass the other rules; case, spaces and an ending of digits and signs do not make a known password new.
/// </summary>
public static class KnownPasswords
{
    private static readonly Lazy<FrozenSet<string>> Known = new(Read);

    /// <summary>Whether the password is on the list, or is one of the list with an ending, or is the person's own name with one.</summary>
    public static bool Contains(string password, string? userName = null)
    {
        var common = Normalize(password);
        var trunk = common.TrimEnd([.. "0123456789!@#$%^&*.,-_+=?"]);
        return Known.Value.Contains(common)
            || Known.Value.Contains(trunk)
            || (userName is { Length: > 2 } && trunk == Normalize(userName))
            || IsRepeated(common);
    }

    // "abababababab", "1111111111": one short piece over and over.
    private static bool IsRepeated(string text)
    {
        for (var length = 1; length <= Math.Min(4, text.Length / 2); length++)
        {
            if (Enumerable.Range(length, text.Length - length).All(i => text[i] == text[i - length]))
            {
                return true;
            }
        }
        return false;
    }

    private static string Normalize(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(KnownPasswords).Assembly.GetManifestResourceStream("known-passwords.txt")!;
        using var reader = new StreamReader(stream);
        var known = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            known.Add(line);
        }
        return known.ToFrozenSet(StringComparer.Ordinal);
    }
}
