namespace SaleAuto.Requests;

/// <summary>Answers a repeated request as before instead of doing it again. Keys are kept for a day.</summary>
public interface IIdempotentRequests
{
    /// <summary>Does the work once for the key. Whoever sends the same at the same moment waits and gets the same answer. Without a key it is simply done.</summary>
    /// <param name="operation">Names the work: one key may serve several.</param>
    /// <param name="key">Chosen by the sender; 1 to 255 visible ASCII characters.</param>
    /// <param name="input">What was asked for.</param>
    /// <param name="action">The work; a refusal frees the key.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="Errors.InputValidationException">The key is malformed.</exception>
    /// <exception cref="Errors.BusinessException">The key was used for another input.</exception>
    Task<TAnswer> ExecuteAsync<TInput, TAnswer>(
        string operation, string? key, TInput input, Func<CancellationToken, Task<TAnswer>> action, CancellationToken cancellationToken)
        where TAnswer : class;
}
