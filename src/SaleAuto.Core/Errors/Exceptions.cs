namespace SaleAuto.Errors;

/// <summary>A rule of the trade says no. The code is the key of the text for people.</summary>
public class BusinessException(string code) : Exception(code)
{
    private readonly Dictionary<string, object?> _values = [];

    /// <summary>A stable code from the error codes of Domain.Shared, such as <c>SaleAuto:Leads:WrongStatus</c>.</summary>
    public string Code { get; } = code;

    /// <summary>Values that the text for people names.</summary>
    public IReadOnlyDictionary<string, object?> Values => _values;

    /// <summary>Adds a value for the text.</summary>
    public BusinessException WithData(string name, object? value)
    {
        _values[name] = value;
        return this;
    }
}

/// <summary>Asked too often; <see cref="RetryAfter"/> says when to come back.</summary>
public sealed class TooManyRequestsException(string code, TimeSpan retryAfter) : BusinessException(code)
{
    /// <summary>How long to wait before the next try.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;
}

/// <summary>Fields of an input that are wrong, each with the code of its reason.</summary>
public sealed class InputValidationException(IReadOnlyList<InputError> errors)
    : Exception($"Invalid input: {string.Join(", ", errors.Select(e => $"{e.Field} {e.Code}"))}")
{
    /// <summary>One wrong field.</summary>
    public InputValidationException(string field, string code)
        : this([new InputError(field, code)])
    {
    }

    /// <summary>The faults, in the order of the input's fields.</summary>
    public IReadOnlyList<InputError> Errors { get; } = errors;
}

/// <summary>A wrong field. Does not carry what was typed: it may be personal.</summary>
/// <param name="Field">Name of the property, as in the input record.</param>
/// <param name="Code">Error code, the key of the text for people.</param>
public sealed record InputError(string Field, string Code)
{
    /// <summary>Values that the text for people names: bounds, names of other fields.</summary>
    public IReadOnlyDictionary<string, object?>? Values { get; init; }
}

/// <summary>There is no such row, or the asker may not know of it.</summary>
public sealed class EntityNotFoundException(Type entityType, object? id)
    : Exception($"{entityType.Name} {id} was not found")
{
    /// <summary>The type looked for.</summary>
    public Type EntityType { get; } = entityType;
}

/// <summary>The asker is not signed in (no <see cref="Permission"/>) or lacks the permission.</summary>
public sealed class AuthorizationException(string? permission = null)
    : Exception(permission is null ? "Not signed in" : $"Permission {permission} is missing")
{
    /// <summary>The missing permission.</summary>
    public string? Permission { get; } = permission;
}

/// <summary>Somebody else changed the same rows first. The use case may be run again from its start.</summary>
public sealed class ConcurrencyConflictException(Exception inner)
    : Exception("The rows were changed by somebody else", inner);
