namespace SaleAuto;

/// <summary>Guards against our own mistakes; a user's mistakes are found by the validation of inputs.</summary>
public static class Check
{
    /// <summary>The text, when it is neither empty nor longer than allowed.</summary>
    /// <exception cref="ArgumentException">It is empty or too long.</exception>
    public static string NotNullOrWhiteSpace(string? value, string name, int maxLength = int.MaxValue)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException("A text is required", name);
        }
        return Length(value, name, maxLength)!;
    }

    /// <summary>The text, when it is null or not longer than allowed.</summary>
    /// <exception cref="ArgumentException">It is too long.</exception>
    public static string? Length(string? value, string name, int maxLength) =>
        value is null || value.Length <= maxLength
            ? value
            : throw new ArgumentException($"The text is longer than {maxLength} characters", name);

    /// <summary>The number, when it lies within the bounds, both included.</summary>
    /// <exception cref="ArgumentException">It lies outside.</exception>
    public static T Range<T>(T value, string name, T min, T max)
        where T : IComparable<T> =>
        value.CompareTo(min) >= 0 && value.CompareTo(max) <= 0
            ? value
            : throw new ArgumentException($"{value} is not between {min} and {max}", name);
}
