using System.Linq.Expressions;

namespace SaleAuto.LowCode;

/// <summary>A verb of the trade on a row: becomes a button, a dialog form, an endpoint, a permission and an audit entry.</summary>
public sealed class ActionModel
{
    /// <summary>Name, Pascal case; in addresses kebab case.</summary>
    public required string Name { get; init; }

    /// <summary>Name in addresses: <c>close-as-spam</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Key of the button's caption; <c>.Confirm</c> and <c>.Help</c> stand under it.</summary>
    public required string TextKey { get; init; }

    /// <summary>Full name of the permission.</summary>
    public required string Permission { get; init; }

    /// <summary>Icon of the button, a name of the icon set.</summary>
    public string? Icon { get; init; }

    /// <summary>Entity to whether it makes sense for the row now; null when always.</summary>
    public LambdaExpression? VisibleWhen { get; init; }

    /// <summary>Whether a person is asked before it runs.</summary>
    public bool NeedsConfirmation { get; init; }

    /// <summary>Whether it undoes or ends something: the button is red.</summary>
    public bool IsDangerous { get; init; }

    /// <summary>Whether it may be run on many rows at once.</summary>
    public bool IsBulk { get; init; }

    /// <summary>Type of the input record; null when nothing is asked.</summary>
    public Type? InputType { get; init; }

    /// <summary>Fields of the dialog; empty when nothing is asked.</summary>
    public IReadOnlyList<FieldModel> Fields { get; init; } = [];

    internal Func<IServiceProvider, object, object?, CancellationToken, Task> Run { get; init; } = null!;

    internal Func<object?>? NewInput { get; init; }

    internal Func<object, object>? InputFor { get; init; }

    internal Func<object, bool>? IsVisibleFor { get; init; }

    internal IReadOnlyList<InputRule> Rules { get; init; } = [];
}

/// <summary>A rule over several fields of an input, with one message for server and screen.</summary>
/// <param name="Holds">Whether the input keeps it.</param>
/// <param name="Code">Error code, the key of the message.</param>
/// <param name="Fields">Names of the input's properties that the message stands at.</param>
public sealed record InputRule(Func<object, bool> Holds, string Code, IReadOnlyList<string> Fields);
