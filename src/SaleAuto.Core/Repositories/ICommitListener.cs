namespace SaleAuto.Repositories;

/// <summary>Is told after a commit which kinds of rows were written, to wake the workers that look for them.</summary>
public interface ICommitListener
{
    /// <summary>Must be quick and must not throw: the change is already committed.</summary>
    void OnCommitted(IReadOnlySet<Type> writtenTypes);
}
