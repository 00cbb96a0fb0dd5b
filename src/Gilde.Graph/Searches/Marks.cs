namespace Gilde.Graph;

/// <summary>A value for each slot, <c>default</c> unless set, that is emptied in the time it took to fill.</summary>
sealed class Marks<T> where T : struct
{
    readonly List<int> set = [];
    T[] values = [];

    /// <summary>The slots that were set since the last <see cref="Clear"/>.</summary>
    public IReadOnlyList<int> Slots => set;

    public void MakeRoom(int slots)
    {
        if (values.Length < slots) values = new T[Math.Max(slots, values.Length * 2)];
    }

    public T this[int slot] => values[slot];

    /// <summary>Sets a value, which must not be <c>default</c>.</summary>
    public void Set(int slot, T value)
    {
        if (EqualityComparer<T>.Default.Equals(values[slot], default)) set.Add(slot);
        values[slot] = value;
    }

    public void Clear()
    {
        foreach (var slot in set) values[slot] = default;
        set.Clear();
    }
}
