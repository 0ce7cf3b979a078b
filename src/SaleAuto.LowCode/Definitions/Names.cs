using System.Text;

namespace SaleAuto.LowCode;

/// <summary>Names of resources and actions in addresses.</summary>
internal static class Names
{
    /// <summary><c>CallTask</c> as <c>call-task</c>.</summary>
    public static string Kebab(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('-');
            }
            text.Append(char.ToLowerInvariant(letter));
        }
        return text.ToString();
    }

    /// <summary><c>call-tasks</c> as <c>CallTasks</c>.</summary>
    public static string Pascal(string kebab) => string.Concat(kebab.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>English plural: <c>Expense</c> as <c>Expenses</c>, <c>Category</c> as <c>Categories</c>.</summary>
    public static string Plural(string name) => name switch
    {
        [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] => $"{name[..^1]}ies",
        [.., 's' or 'x' or 'h'] => $"{name}es",
        _ => $"{name}s",
    };
}
