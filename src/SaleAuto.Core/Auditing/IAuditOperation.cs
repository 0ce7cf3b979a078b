namespace SaleAuto.Auditing;

/// <summary>What the current scope is doing, for the audit log: set it before saving, and every recorded line of the scope carries it.</summary>
public interface IAuditOperation
{
    /// <summary>Groups the lines of one bulk operation; null outside of one.</summary>
    Guid? OperationId { get; set; }

    /// <summary>Name of the business action that changes rows; stands in place of <see cref="AuditActions.Updated"/>.</summary>
    string? Action { get; set; }

    /// <summary>Reason or parameters, for people.</summary>
    string? Note { get; set; }
}

/// <summary>Where the current work was asked from; workers have neither.</summary>
public interface IRequestOrigin
{
    /// <summary>Whether somebody outside asked for the work; false in workers and seeding.</summary>
    bool IsRequest { get; }

    /// <summary>Network address of the caller.</summary>
    string? Address { get; }

    /// <summary>Trace id, the same as in the logs.</summary>
    string? CorrelationId { get; }
}
