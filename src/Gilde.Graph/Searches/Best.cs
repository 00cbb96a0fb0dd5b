namespace Gilde.Graph;

/// <summary>The first few of many items in an order, kept while the items come by.</summary>
sealed class Best<T>(int limit, IComparer<T> order)
{
    readonly List<T> kept = [];

    public IReadOnlyList<T> Items => kept;

    /// <summary>The item that goes next when a better one comes; only while full and not of limit 0.</summary>
    public T Last => kept[^1];

    public bool IsFull => kept.Count == limit;

    public void Offer(T item)
    {
        if (limit == 0) return;
        if (IsFull && order.Compare(item, Last) >= 0) return;

        var at = kept.BinarySearch(item, order);
        if (IsFull) kept.RemoveAt(limit - 1);
        kept.Insert(at < 0 ? ~at : at, item);
    }
}
