using SaleAuto.LowCode;

namespace SaleAuto.Admin.Forms.Editors;

/// <summary>Attributes that every input has: its name, what describes it, and the check when it is left.</summary>
internal static class InputAttributes
{
    public static Dictionary<string, object> Of(RecordForm form, FieldModel field, string name, string? caption)
    {
        var error = InputId.Error(form, name);
        var attributes = new Dictionary<string, object>
        {
            ["id"] = InputId.Of(form, name),
            ["name"] = name,
            ["aria-describedby"] = caption is null ? $"{error} {InputId.Help(form, name)}" : error,
        };
        if (caption is not null)
        {
            attributes["aria-label"] = caption;
        }
        if (field.Input!.IsRequired && field.Kind != FieldKind.Boolean)
        {
            attributes["aria-required"] = "true";
        }
        if (form.ErrorOf(name) is not null)
        {
            attributes["aria-invalid"] = "true";
        }
        if (form.Action is null)
        {
            attributes["hx-post"] = $"{form.Address}/check?field={Uri.EscapeDataString(name)}";
            attributes["hx-trigger"] = "change";
            attributes["hx-include"] = "closest form";
            attributes["hx-target"] = $"#{error}";
            attributes["hx-swap"] = "innerHTML";
        }
        return attributes;
    }
}
