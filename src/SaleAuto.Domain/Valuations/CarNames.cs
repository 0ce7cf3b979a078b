namespace SaleAuto.Valuations;

/// <summary>Compares canonical names of makes and models; case and spaces do not count.</summary>
public static class CarNames
{
    /// <summary>Whether both name the same make or model.</summary>
    public static bool AreSame(string one, string other)
    {
        int i = 0, j = 0;
        while (true)
        {
            while (i < one.Length && char.IsWhiteSpace(one[i]))
            {
                i++;
            }
            while (j < other.Length && char.IsWhiteSpace(other[j]))
            {
                j++;
            }
            if (i == one.Length || j == other.Length)
            {
                return i == one.Length && j == other.Length;
            }
            if (char.ToUpperInvariant(one[i++]) != char.ToUpperInvariant(other[j++]))
            {
                return false;
            }
        }
    }

    /// <summary>Key under which names that are the same meet.</summary>
    public static string Key(string name) =>
        string.Concat(name.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
}
