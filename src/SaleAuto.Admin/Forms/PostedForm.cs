using Microsoft.AspNetCore.Http;
using SaleAuto.LowCode;

namespace SaleAuto.Admin.Forms;

/// <summary>What the browser sent of a form, before it is read to values.</summary>
internal sealed class PostedForm
{
    private const string OriginalPrefix = "original.";
    private const string ResolvePrefix = "resolve.";
    private const int MostInputs = 4000;

    private PostedForm(IFormCollection form)
    {
        foreach (var (name, texts) in form.Take(MostInputs))
        {
            foreach (var text in texts)
            {
                Sort(name, text);
            }
        }
        IsForm = form.ContainsKey("formToken");
        Token = form["formToken"].ToString() is { Length: > 0 and <= 64 } token ? token : Guid.NewGuid().ToString("N");
        Version = long.TryParse(form["formVersion"], out var version) ? version : null;
        Back = form["back"].ToString() is { Length: > 0 and <= 2000 } back ? back : null;
        Then = form["then"];
    }

    /// <summary>Texts of the fields by input name.</summary>
    public List<KeyValuePair<string, string?>> Texts { get; } = [];

    /// <summary>Exact texts that the person saw at first.</summary>
    public List<KeyValuePair<string, string?>> Originals { get; } = [];

    /// <summary>Fields of a conflict in which the other's value stays.</summary>
    public HashSet<string> Theirs { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a form was filled in; false for a button that runs an action at once.</summary>
    public bool IsForm { get; }

    public string Token { get; }

    public long? Version { get; }

    public string? Back { get; }

    /// <summary>What to do after saving: "new", "stay", or nothing.</summary>
    public string? Then { get; }

    public static async Task<PostedForm> ReadAsync(HttpRequest request, CancellationToken cancellationToken) => new(await request.ReadFormAsync(cancellationToken));

    /// <summary>Values of the editable fields, and the originals of those that are still to be compared.</summary>
    public (ResourceInput Input, ResourceInput? Originals) Read(RecordForm form, TimeZoneInfo zone)
    {
        var fields = form.Fields.Where(form.IsEditable).ToList();
        var input = ResourceInput.FromForm(Texts, fields, zone);
        var originals = Originals.Count == 0 ? null : ResourceInput.FromForm(Originals, fields, zone);
        foreach (var field in fields.Where(f => Theirs.Contains(f.Name)))
        {
            input.Remove(field.Name);
            originals?.Remove(field.Name);
        }
        if (originals is not null)
        {
            FormValues.KeepUntouched(input, originals, fields, zone);
        }
        return (input, originals);
    }

    private void Sort(string name, string? text)
    {
        if (name.StartsWith(OriginalPrefix, StringComparison.Ordinal))
        {
            Originals.Add(new(name[OriginalPrefix.Length..], text));
        }
        else if (name.StartsWith(ResolvePrefix, StringComparison.Ordinal))
        {
            if (text == "theirs")
            {
                Theirs.Add(name[ResolvePrefix.Length..]);
            }
        }
        else
        {
            Texts.Add(new(name, text));
        }
    }
}
