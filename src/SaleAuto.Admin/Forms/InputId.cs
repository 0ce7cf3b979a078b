namespace SaleAuto.Admin.Forms;

/// <summary>Ids of inputs, of their errors and helps. A dialog over a form has its own.</summary>
internal static class InputId
{
    public static string Of(RecordForm form, string name) =>
        string.Create(null, $"{(form.Action is null ? 'f' : 'd')}-{string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c == '_' ? c : '-'))}");

    public static string Error(RecordForm form, string name) => Of(form, name) + "-error";

    public static string Help(RecordForm form, string name) => Of(form, name) + "-help";
}
